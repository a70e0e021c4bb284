/** waiting = to be sent, or to be tried again; given-up = the mail server did not take it in any of the attempts. */
export const mailStates = ['waiting', 'sent', 'given-up'] as const
export type MailState = (typeof mailStates)[number]
