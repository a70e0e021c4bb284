/** The owner's update: kinds, and how its time is judged. Input, checks and warnings stand beside it in update-*.ts. */
export const updateKinds = ['monthly', 'milestone', 'completion'] as const
export type UpdateKind = (typeof updateKinds)[number]

/** `back-filled` = for a time before reporting began, never late; `on-time` by rule 8. */
export const timings = ['on-time', 'late', 'back-filled'] as const
export type Timing = (typeof timings)[number]
