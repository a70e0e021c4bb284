import type { ReactNode } from 'react'
import type { Role } from '../../domain/actor'
import type { Locale, Messages } from '../../domain/messages'
import { type FormAction, idle } from '../_lib/form-state'
import { NavLink } from './nav-link'
import { SignOut } from './sign-out'

/** `more` = for whom it stands behind 更多 on a wide screen: what they do not open every day. */
type Place = { href: string; word: keyof Messages['nav']; roles: readonly Role[]; more?: readonly Role[] }

const readers: readonly Role[] = ['owner', 'bureau', 'supervisor', 'leader']
const everybody: readonly Role[] = [...readers, 'admin', 'auditor']
const overseers: readonly Role[] = ['bureau', 'supervisor', 'leader']

/** The main navigation, each place for the roles that have something to do there. */
const places: readonly Place[] = [
  { href: '/', word: 'home', roles: everybody },
  { href: '/projects', word: 'projects', roles: readers },
  { href: '/chains', word: 'chains', roles: readers },
  { href: '/sectors', word: 'sectors', roles: readers, more: ['bureau', 'supervisor'] },
  { href: '/reviews', word: 'reviews', roles: ['bureau'] },
  { href: '/conditions', word: 'conditions', roles: readers },
  { href: '/annual', word: 'annual', roles: overseers },
  { href: '/months', word: 'months', roles: overseers },
  { href: '/inspections', word: 'inspections', roles: overseers },
  { href: '/findings', word: 'findings', roles: readers, more: ['bureau', 'leader'] },
  { href: '/bulletins', word: 'bulletins', roles: readers, more: ['bureau', 'leader'] },
  { href: '/plan', word: 'plan', roles: everybody },
  { href: '/dispatches', word: 'dispatches', roles: overseers, more: readers },
  { href: '/funds', word: 'funds', roles: overseers, more: readers },
  { href: '/meetings', word: 'meetings', roles: overseers, more: readers },
  { href: '/timeline', word: 'timeline', roles: overseers, more: readers },
  { href: '/towns', word: 'towns', roles: overseers, more: readers },
  { href: '/registers', word: 'registers', roles: overseers, more: readers },
  { href: '/imports', word: 'imports', roles: ['bureau'], more: readers },
  { href: '/exports', word: 'exports', roles: readers, more: readers },
  { href: '/candidates', word: 'candidates', roles: overseers, more: readers },
  { href: '/evaluation', word: 'evaluation', roles: overseers, more: readers },
  { href: '/rules', word: 'rules', roles: overseers, more: readers },
  { href: '/publications', word: 'publications', roles: ['bureau'], more: ['bureau'] },
  { href: '/admin/users', word: 'users', roles: ['admin'] },
  { href: '/admin/organisations', word: 'organisations', roles: ['admin'] },
  { href: '/admin/mail', word: 'mail', roles: ['admin'] },
  { href: '/audit', word: 'audit', roles: ['admin', 'auditor'] },
]

export type Reader = { id: number; name: string; organisation: string; role: Role }

type Props = {
  person: Reader | null
  /** Stands above all, on paper too: 演示数据. */
  mark: string | null
  locale: Locale
  t: Messages
  switchLanguage: FormAction
  signOut: FormAction
}

/** Mark, places by role, search, language, and the person; on a phone all of it is one menu. */
export function Header(props: Props) {
  const { person, mark, locale, t, switchLanguage } = props
  const role = person?.role
  const links = role ? places.filter((place) => place.roles.includes(role)) : places.filter((place) => place.href === '/plan')
  const link = ({ href, word }: Place) => (
    <NavLink key={href} href={href}>
      {t.nav[word]}
    </NavLink>
  )
  const nav = links.map(link)
  const isMore = (place: Place) => role !== undefined && place.more?.includes(role) === true
  const more = links.filter(isMore)
  const search = role && readers.includes(role)
  return (
    <header>
      {mark ? <div className="demo-mark">{mark}</div> : null}
      <div className="top">
        <Brand t={t} />
        <nav className="top-nav not-phone" aria-label={t.nav.main}>
          {links.filter((place) => !isMore(place)).map(link)}
          {more.length > 0 ? (
            <details className="menu" data-closes="">
              <summary>
                {t.nav.more}&nbsp;<span aria-hidden="true">▾</span>
              </summary>
              <div className="menu-sheet">{more.map(link)}</div>
            </details>
          ) : null}
        </nav>
        <div className="top-end">
          {search ? (
            <div className="not-phone">
              <Search t={t} />
            </div>
          ) : null}
          <div className={person ? 'not-phone' : undefined}>
            <LanguageSwitch locale={locale} word={t.nav.otherLanguage} t={t} action={switchLanguage} />
          </div>
          {person ? (
            <Menu {...props} person={person} nav={nav} search={search ? <Search t={t} /> : null} />
          ) : (
            <a href="/sign-in">{t.nav.signIn}</a>
          )}
        </div>
      </div>
    </header>
  )
}

function Brand({ t }: { t: Messages }) {
  return (
    <a href="/" className="brand">
      <span className="brand-mark" aria-hidden="true" lang="zh-CN">
        衡
      </span>
      <span className="not-phone">{t.common.product}</span>
      <span className="only-phone">{t.common.productShort}</span>
    </a>
  )
}

type MenuProps = Props & { person: Reader; nav: ReactNode; search: ReactNode }

function Menu({ person, locale, t, switchLanguage, signOut, nav, search }: MenuProps) {
  return (
    <details className="menu" data-closes="">
      <summary>
        <span className="not-phone">
          <span lang="zh-CN">{person.organisation}</span> ・ {person.name}&nbsp;
        </span>
        <span className="only-phone">{person.name}&nbsp;</span>
        <span aria-hidden="true">▾</span>
      </summary>
      <div className="menu-sheet">
        <div className="menu-who">
          {t.labels.roles[person.role]} · <span lang="zh-CN">{person.organisation}</span>
        </div>
        <nav className="only-phone" aria-label={t.nav.main}>
          {search}
          {nav}
        </nav>
        <NavLink href="/account">{t.nav.account}</NavLink>
        <div className="only-phone">
          <LanguageSwitch locale={locale} word={t.nav.otherLanguageName} t={t} action={switchLanguage} />
        </div>
        <PlainForm action={signOut}>
          <SignOut userId={person.id} words={leaveWords(t)} />
        </PlainForm>
      </div>
    </details>
  )
}

/** What was recorded in the field and not sent is asked about before one leaves. */
function leaveWords({ nav, field }: Messages) {
  const { leaveTitle, leaveWhy, leaveSend, leaveKeep, leaveDiscard, leaveDiscardSure, leaveDiscardYes, leaveStay } = field
  return { signOut: nav.signOut, leaveTitle, leaveWhy, leaveSend, leaveKeep, leaveDiscard, leaveDiscardSure, leaveDiscardYes, leaveStay }
}

function Search({ t }: { t: Messages }) {
  return (
    <search>
      <form action="/projects" className="top-search">
        <input type="search" name="q" maxLength={60} placeholder={t.nav.search} aria-label={t.nav.searchProjects} data-search="" />
        <span className="kbd" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  )
}

type SwitchProps = { locale: Locale; word: string; t: Messages; action: FormAction }

/** Says the language it leads to, in that language. */
function LanguageSwitch({ locale, word, t, action }: SwitchProps) {
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <PlainForm action={action}>
      <input type="hidden" name="locale" value={other} />
      <button type="submit" lang={other} title={t.nav.otherLanguageName}>
        {word}
      </button>
    </PlainForm>
  )
}

/** A form that says nothing back: the page itself is the answer. Bound, it stays a POST before any script has come. */
function PlainForm({ action, children }: { action: FormAction; children: ReactNode }) {
  const post = action.bind(null, idle) as unknown as (form: FormData) => Promise<void>
  return <form action={post}>{children}</form>
}
