import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { safeNext } from '../../domain/session'
import { Notice } from '../_components/notice'
import { Panel } from '../_components/panel'
import { words } from '../_lib/locale'
import { isSecure } from '../_lib/sealed'
import { viewer } from '../_lib/session'
import { SignInForm } from './sign-in-form'
import { refusalWords, type SignInWords } from './sign-in-words'

type Query = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).account.signInTitle }
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const next = await nextAfter(query)
  if (await viewer()) redirect(next)
  const { account, common } = await words()
  const form = formWords(account)
  const error = one(query.error) ?? (query.csrf ? 'again' : undefined)
  return (
    <div className="page page-narrow">
      <Panel>
        <div className="stack">
          <h1>{account.signInTitle}</h1>
          <p className="soft">{account.signInLead}</p>
          <SignInForm words={form} csrfToken={await csrfToken()} next={next} refusal={error ? refusalWords(form, error) : null} />
          <Notice tone="slow">{common.secretWarning}</Notice>
          <p className="soft small">{account.noAccount}</p>
          <p>
            <a href="/plan">{account.readPlan}</a>
          </p>
        </div>
      </Panel>
    </div>
  )
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** `next` is ours, `callbackUrl` next-auth's; after a refusal without scripts only its cookie still knows. */
async function nextAfter(query: Query): Promise<string> {
  const jar = await cookies()
  const kept = query.error ? jar.get('next-auth.callback-url')?.value : undefined
  return safeNext(one(query.next) ?? one(query.callbackUrl) ?? kept)
}

/** The proxy has put it into the cookie; an empty one is renewed by next-auth itself. */
async function csrfToken(): Promise<string> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const name = `${isSecure(head) ? '__Host-' : ''}next-auth.csrf-token`
  return jar.get(name)?.value.split('|')[0] ?? ''
}

function formWords(account: SignInWords): SignInWords {
  const { username, password, signIn, showPassword, wrong, expired, wait, seconds, minutes, busy, again, offline } = account
  return { username, password, signIn, showPassword, wrong, expired, wait, seconds, minutes, busy, again, offline }
}
