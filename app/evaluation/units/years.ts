export const firstYear = 2021

/** The year that is shown: the one asked for where it can be, otherwise this one. */
export const shownYear = (asked: number | undefined, now: number): number =>
  asked !== undefined && asked >= firstYear && asked <= now ? asked : now
