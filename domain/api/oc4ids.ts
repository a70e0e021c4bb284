import { z } from 'zod'
import { ocHead, ocPackage, ocProject } from '../oc4ids/shape'
import { wholeParameter } from './parameters'

export const ocPageParams = z.strictObject({ page: wholeParameter(1, 9999).optional() })

/** `GET /api/v1/oc4ids`: a page of the public works, and the whole of them as one file. */
export const ocPageShape = ocPackage
export const ocFileShape = ocHead.extend({ projects: z.array(ocProject).min(1) })
