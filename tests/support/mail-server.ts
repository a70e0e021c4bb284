import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { postTo } from '../../app/_lib/mail-post'
import type { Post } from '../../domain/mail'
import { mailConfiguration } from '../../domain/mail-settings'

type Answer = { code: number; words: string } | null

/** A mail server on this machine: what it took, and what it says next to a recipient (`rcpt`) or a text (`data`); null = taken. */
export type MailServer = { post: Post; taken: string[]; rcpt: Answer[]; data: Answer[]; close: () => Promise<void> }

export async function mailServer(): Promise<MailServer> {
  const taken: string[] = []
  const [rcpt, data]: [Answer[], Answer[]] = [[], []]
  const said = (answer: Answer | undefined) => (answer ? Object.assign(new Error(answer.words), { responseCode: answer.code }) : undefined)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(said(rcpt.shift())),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const answer = said(data.shift())
        if (!answer) taken.push(Buffer.concat(parts).toString('latin1'))
        done(answer)
      })
    },
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  const { port } = server.server.address() as AddressInfo
  const close = () => new Promise<void>((done) => server.close(() => done()))
  return { post: postOf(port), taken, rcpt, data, close }
}

export function postOf(port: number): Post {
  const settings = mailConfiguration({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    SMTP_FROM: '衡东县重大项目库 <xmk@example.cn>',
    NEXTAUTH_URL: 'https://xmk.example.cn',
  })
  if (settings.state !== 'on') throw new Error(settings.state)
  return postTo(settings)
}

export type Mail = { headers: Map<string, string[]>; subject: string; text: string }

/** A mail as its reader's program reads it: unfolded headers, encoded words and base64 decoded. */
export function readMail(raw: string): Mail {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = new Map<string, string[]>()
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), line.slice(line.indexOf(':') + 1).trim()])
  }
  const body = rest.join('\r\n\r\n')
  const encoding = headers.get('content-transfer-encoding')?.[0]
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? unquoted(body.replace(/=\r\n/g, ''))
        : Buffer.from(body, 'latin1')
  return { headers, subject: decodedWords(headers.get('subject')?.[0] ?? ''), text: bytes.toString('utf8').replaceAll('\r\n', '\n') }
}

const unquoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      (kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : unquoted(word.replaceAll('_', ' '))).toString('utf8'),
    )
}
