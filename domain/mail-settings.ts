import { isEmail } from './mail-input'

export const mailProblems = [
  'url-unreadable',
  'url-scheme',
  'url-credentials',
  'from-missing',
  'from-unreadable',
  'address-missing',
] as const
export type MailProblem = (typeof mailProblems)[number]

export type MailSettings = {
  state: 'on'
  host: string
  port: number
  secure: boolean
  /** Only a server on this machine is talked to in clear. */
  local: boolean
  credentials: { user: string; pass: string } | null
  from: { name: string; address: string }
  origin: string
}
export type MailConfiguration = MailSettings | { state: 'off' } | { state: 'wrong'; problem: MailProblem }

type Environment = { SMTP_URL?: string | undefined; SMTP_FROM?: string | undefined; NEXTAUTH_URL?: string | undefined }

/** Off unless SMTP_URL is set; what is wrong with it is said, and then nothing is sent. */
export function mailConfiguration({ SMTP_URL, SMTP_FROM, NEXTAUTH_URL }: Environment): MailConfiguration {
  const typed = SMTP_URL?.trim()
  if (!typed) return { state: 'off' }
  const wrong = (problem: MailProblem): MailConfiguration => ({ state: 'wrong', problem })
  if (!URL.canParse(typed)) return wrong('url-unreadable')
  const url = new URL(typed)
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') return wrong('url-scheme')
  if (url.hostname === '') return wrong('url-unreadable')
  const credentials = credentialsOf(url)
  if (credentials === undefined) return wrong('url-credentials')
  if (!SMTP_FROM?.trim()) return wrong('from-missing')
  const from = senderOf(SMTP_FROM)
  if (!from) return wrong('from-unreadable')
  const origin = originOf(NEXTAUTH_URL)
  if (!origin) return wrong('address-missing')
  return { state: 'on', ...serverOf(url), credentials, from, origin }
}

function serverOf(url: URL) {
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const local = host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
  return { host, port: Number(url.port) || (secure ? 465 : 587), secure, local }
}

/** Undefined when a percent sign stands for no letter. */
function credentialsOf(url: URL): MailSettings['credentials'] | undefined {
  try {
    return url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
  } catch {
    return undefined
  }
}

/** `a@b.cn`, or a name and `<a@b.cn>`. */
function senderOf(text: string): MailSettings['from'] | null {
  if (/\p{C}/u.test(text)) return null
  const parts = /^([^<>]*)<([^<>]+)>$/.exec(text.trim())
  const [name, address] = parts ? [parts[1] ?? '', parts[2] ?? ''] : ['', text.trim()]
  return isEmail(address.trim()) ? { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() } : null
}

function originOf(text: string | undefined): string | null {
  if (!text || !URL.canParse(text)) return null
  const { protocol, origin } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? origin : null
}
