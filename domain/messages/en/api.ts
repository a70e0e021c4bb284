import type { api as zh } from '../zh/api'

export const api: typeof zh = {
  titles: {
    400: 'Bad request',
    401: 'Sign-in required',
    403: 'Not allowed',
    404: 'Not found',
    409: 'Conflict with the current state',
    503: 'Not available right now',
    507: 'Disk full',
  },
}
