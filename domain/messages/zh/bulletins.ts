export const bulletins = {
  title: '通报',
}
