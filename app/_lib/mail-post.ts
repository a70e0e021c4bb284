import { createTransport } from 'nodemailer'
import { type Letter, type MailOutcome, type Post, serverWords } from '../../domain/mail'
import type { MailSettings } from '../../domain/mail-settings'
import { messagesFor } from '../../domain/messages'
import { mailSettings } from './mail-settings'

/** What sends this server's mails; null where none are sent. A wrong setting is said at the start and stops nothing else. */
export function mailPost(): Post | null {
  const settings = mailSettings()
  if (settings.state === 'on') return postTo(settings)
  if (settings.state === 'wrong') {
    const said = (['zh-CN', 'en'] as const).map((locale) => messagesFor(locale).mail.problems[settings.problem])
    process.stderr.write(`mail: ${said.join(' · ')}\n`)
  }
  return null
}

export function postTo(settings: MailSettings): Post {
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    // Reminders cross no network in clear; nor does the password.
    requireTLS: !settings.secure && !settings.local,
    ...(settings.credentials ? { auth: settings.credentials } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const send = async (letter: Letter): Promise<MailOutcome> => {
    try {
      await transport.sendMail(messageOf(letter, settings.from))
      return { outcome: 'sent' }
    } catch (error) {
      return failed(error as SmtpError, letter.to)
    }
  }
  return { origin: settings.origin, send }
}

/** The Message-ID is the outbox's own: a mail that arrives twice after a stop is seen to be one. */
function messageOf({ mark, to, title, body }: Letter, from: MailSettings['from']) {
  return {
    from,
    to: { name: '', address: to },
    subject: title,
    text: body,
    messageId: `<${mark}@${from.address.split('@')[1]}>`,
    // No out-of-office answers to it.
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

type SmtpError = Error & { responseCode?: number; command?: string; response?: string }

/** A 5xx for the recipient or for the text stands; one for the sign-in or the sender is a setting that may be mended. */
function failed({ responseCode, command, response, message }: SmtpError, to: string): MailOutcome {
  const isFinal = (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA')
  return { outcome: isFinal ? 'refused' : 'later', words: serverWords(response ?? message, to) }
}
