import { z } from 'zod'
import { wholeParameter } from './api/parameters'

const bulletin = wholeParameter(1, 999_999)

/** Which two are set side by side. */
export const compareParams = z.strictObject({ a: bulletin, b: bulletin })
