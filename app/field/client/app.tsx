import { useEffect, useState } from 'react'
import type { Locale } from '../../../domain/locale'
import { Banner } from './banner'
import type { Database } from './database'
import { Frame } from './frame'
import { Gate } from './gate'
import { OutboxPage } from './outbox-page'
import type { Person } from './people'
import { usePlace } from './place'
import { useCourier } from './use-courier'
import { type Door, useSession, type Why } from './use-session'
import { type Things, useThings } from './use-things'
import { VisitPage } from './visit-page'
import { firstLocale, useWords, WordsProvider, wordsFor } from './words'
import { WorkPage } from './work-page'
import { WorksPage } from './works-page'

/** The language of the person's package until they choose another on this device. */
function useLocale(own: Locale | null): [Locale, (locale: Locale) => void] {
  const [chosen, choose] = useState<Locale | null>(null)
  const locale = chosen ?? (localStorage.getItem('field-locale') ? firstLocale() : (own ?? firstLocale()))
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = wordsFor(locale).f.title
  }, [locale])
  const keep = (next: Locale) => {
    localStorage.setItem('field-locale', next)
    choose(next)
  }
  return [locale, keep]
}

export function App({ db }: { db: Database }) {
  const door = useSession(db)
  const { standing } = door
  const [locale, choose] = useLocale(standing.stage === 'open' ? standing.person.profile.locale : null)
  return (
    <WordsProvider value={wordsFor(locale)}>
      {standing.stage === 'open' ? (
        <Opened
          key={standing.person.id}
          db={db}
          door={door}
          person={standing.person}
          notice={standing.notice}
          locale={locale}
          choose={choose}
        />
      ) : (
        <Frame locale={locale} choose={choose} banner={null}>
          <Gate standing={standing} door={door} />
        </Frame>
      )}
    </WordsProvider>
  )
}

type OpenedProps = { db: Database; door: Door; person: Person; notice: Why | null; locale: Locale; choose: (locale: Locale) => void }

function Opened({ db, door, person, notice, locale, choose }: OpenedProps) {
  const things = useThings(db, person)
  const sending = useCourier(db, person, () => void door.shut('other-user'))
  const { f } = useWords()
  return (
    <Frame
      demo={things?.packages.some(({ demo }) => demo) ?? false}
      locale={locale}
      choose={choose}
      banner={things ? <Banner things={things} sending={sending} /> : null}
    >
      {things ? <Page db={db} door={door} person={person} things={things} notice={notice} /> : <p className="soft">{f.opening}</p>}
    </Frame>
  )
}

type PageProps = { db: Database; door: Door; person: Person; things: Things; notice: Why | null }

function Page({ db, door, person, things, notice }: PageProps) {
  const place = usePlace()
  if (place.at === 'outbox') return <OutboxPage db={db} person={person} things={things} lock={() => door.shut('signed-out')} />
  if (place.at === 'visit') return <VisitPage key={place.id} db={db} person={person} id={place.id} things={things} />
  if (place.at === 'work') return <WorkPage db={db} person={person} things={things} round={place.round} code={place.code} />
  return <WorksPage things={things} notice={notice} take={door.take} />
}

export function Unable({ why }: { why: 'insecure' | 'tooOld' }) {
  const [locale, choose] = useLocale(null)
  const { f } = wordsFor(locale)
  return (
    <WordsProvider value={wordsFor(locale)}>
      <Frame locale={locale} choose={choose} banner={null}>
        <h1>{f.insecure}</h1>
        <p className="said said-slow" role="alert">
          {why === 'insecure' ? f.insecureWhy : f.tooOld}
        </p>
      </Frame>
    </WordsProvider>
  )
}
