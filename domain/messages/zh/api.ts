/** What the read API says; the details are in `errors`. */
export const api = {
  titles: {
    400: '请求有误',
    401: '需要登录',
    403: '不允许',
    404: '没有找到',
    409: '与现状冲突',
    503: '暂时不能服务',
    507: '磁盘已满',
  },
}
