import type { Messages } from '../../domain/messages'

export type SignInWords = Pick<
  Messages['account'],
  'username' | 'password' | 'signIn' | 'showPassword' | 'wrong' | 'expired' | 'wait' | 'seconds' | 'minutes' | 'busy' | 'again' | 'offline'
>

/** No `fill` here: it would bring every text of the house to the browser. next-auth's error as a sentence: `wait-90`, `expired`, `CredentialsSignin` and whatever else it may say. */
export function refusalWords(words: SignInWords, error: string): string {
  const seconds = Number(/^wait-(\d{1,6})$/.exec(error)?.[1])
  if (seconds > 0) return words.wait.replace('{time}', timeWords(words, seconds))
  if (error === 'expired') return words.expired
  if (error === 'CredentialsSignin') return words.wrong
  return error === 'too-busy' ? words.busy : words.again
}

function timeWords(words: SignInWords, seconds: number): string {
  const [text, count] = seconds < 60 ? [words.seconds, seconds] : [words.minutes, Math.ceil(seconds / 60)]
  return text.replace('{n}', String(count))
}
