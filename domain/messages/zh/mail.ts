/** Reminders by mail. */
export const mail = {}
