import { z } from 'zod'

/** RFC 9457. `code` is stable and not translated; `title` and `detail` are in the reader's language. */
export const problemShape = z.strictObject({
  type: z.string().describe('a URI that names the kind of problem'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z
    .array(z.strictObject({ name: z.string(), detail: z.string() }))
    .optional()
    .describe('the parameters that are wrong'),
})
export type ProblemDocument = z.infer<typeof problemShape>
