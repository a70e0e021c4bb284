import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { fill, type Messages } from '../domain/messages'
import { Flash } from './_components/flash'
import { FormWordsProvider } from './_components/form-context'
import { Header } from './_components/header'
import { PictureKeeper } from './_components/picture-keeper'
import { QuickLinks } from './_components/quick-links'
import { Shortcuts } from './_components/shortcuts'
import { demoDay } from './_lib/clock'
import { dayWords, reader, words } from './_lib/locale'
import { viewer } from './_lib/session'
import { signOut } from './account/actions'
import { switchLanguage } from './lang/actions'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await words()
  return { title: { default: common.productLong, template: `%s · ${common.product}` }, robots: { index: false } }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1d1c19' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, t } = await reader()
  const person = await viewer()
  const said = (await cookies()).get('flash')?.value
  const who = person ? { id: person.actor.id, name: person.name, organisation: person.organisation, role: person.actor.role } : null
  const day = demoDay()
  const mark = day ? fill(t.common.demo, { day: dayWords(day, locale) }) : null
  return (
    <html lang={locale}>
      <body>
        <a href="#main" className="skip">
          {t.common.skip}
        </a>
        <FormWordsProvider words={formWords(t)}>
          <Header person={who} mark={mark} locale={locale} t={t} switchLanguage={switchLanguage} signOut={signOut} />
          {said ? <Flash key={said} message={said} close={t.common.close} /> : null}
          <main id="main" tabIndex={-1} className="flex-1">
            {children}
          </main>
        </FormWordsProvider>
        <Shortcuts />
        <QuickLinks />
        <PictureKeeper />
      </body>
    </html>
  )
}

function formWords({ common }: Messages) {
  const { optional, saving, offline, reload, choose, errorTitle, errorText, errorNumber, tryAgain, toHome } = common
  return { optional, saving, offline, reload, choose, errorTitle, errorText, errorNumber, tryAgain, toHome }
}
