export const findings = {
  title: '问题',
}
