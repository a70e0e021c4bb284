export const seen = {
  title: '现场所见',
}
