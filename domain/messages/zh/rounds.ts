export const rounds = {
  title: '督查',
}
