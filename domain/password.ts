import { commonPasswords } from './common-passwords'
import { type Params, type RefusalCode, refuseField } from './errors'
import { foldUsername } from './username'

/** Length is what counts; no rule about kinds of characters. */
export const passwordLimits = { min: 12, max: 200 } as const
/** A one-time password given by an administrator works this long. */
export const oneTimeHours = 72

type Weakness = { code: RefusalCode; params?: Params }

/** One form for one password, whichever keyboard typed it: full-width letters and digits become plain ones. */
export const normalisePassword = (typed: string): string => typed.normalize('NFKC')

export function passwordWeakness(password: string, username: string): Weakness | null {
  const length = [...password].length
  if (length < passwordLimits.min) return { code: 'too-short', params: { min: passwordLimits.min } }
  if (length > passwordLimits.max) return { code: 'too-long', params: { max: passwordLimits.max } }
  if (isLikeName(password, username)) return { code: 'password-like-name' }
  return isCommon(password) ? { code: 'password-common' } : null
}

export function requireGoodPassword(field: string, password: string, username: string): void {
  const weakness = passwordWeakness(password, username)
  if (weakness) refuseField(field, weakness.code, weakness.params)
}

/** The sign-in name itself, repeated, or with up to three more characters. */
function isLikeName(password: string, username: string): boolean {
  const name = foldUsername(username)
  return name !== '' && password.toLowerCase().replaceAll(name, '').length < 4
}

/** On the list, or a list word with a few digits around it, or a pattern that is no secret: one part repeated, a run of keys. */
function isCommon(password: string): boolean {
  const folded = password.toLowerCase()
  const word = folded.replace(/^[^a-z]{1,6}/, '').replace(/[^a-z]{1,6}$/, '')
  return commonPasswords.has(folded) || commonPasswords.has(word) || isRepetition(folded) || isRun(folded)
}

const isRepetition = (text: string): boolean => /^(.{1,10}?)\1+.{0,3}$/su.test(text) || new Set(text).size < 4

/** `123456789012`, `abcdefghijkl`, `987654321098`: each character follows the one before. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, at) => character.charCodeAt(0) - text.charCodeAt(at))
  const following = (wanted: number) => steps.filter((step) => step === wanted).length >= steps.length - 1
  return following(1) || following(-1)
}
