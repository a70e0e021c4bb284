export const field = {
  title: '随身督查',
}
