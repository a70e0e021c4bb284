/** What an action answers a form with; plain data, so that it may travel to the browser. */
export type FormState =
  | { status: 'idle' }
  | { status: 'saved'; message: string; result: unknown }
  | {
      status: 'refused'
      message: string
      /** Field name → what is wrong with it, in the reader's language. */
      fields: Record<string, string>
      /** What was typed, so that a page without scripts shows it again. */
      values: Record<string, string>
      /** For a stale edit or a decision already taken: how things stand now. */
      current: unknown
    }

export const idle: FormState = { status: 'idle' }

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>
