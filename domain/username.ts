/** One person, one spelling: full-width and capital letters mean the same sign-in name. */
export const foldUsername = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

/** Latin letters without look-alikes from other scripts, digits, Chinese characters, and `. _ -` between them. */
export const usernameShape = /^[a-z0-9\p{Script=Han}](?:[a-z0-9\p{Script=Han}._-]{0,30}[a-z0-9\p{Script=Han}])$/u
