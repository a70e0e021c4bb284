export const visits = {
  title: '现场记录',
}
