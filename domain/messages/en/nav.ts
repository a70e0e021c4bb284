import type { nav as zh } from '../zh/nav'

export const nav: typeof zh = {
  main: 'Main navigation',
  home: 'Tasks',
  projects: 'Projects',
  chains: 'Chains',
  sectors: 'Sectors',
  reviews: 'Reviews',
  conditions: 'Conditions',
  plan: 'Plan',
  users: 'Users',
  organisations: 'Organisations',
  audit: 'Audit',
  account: 'Account',
  menu: 'Menu',
  signIn: 'Sign in',
  signOut: 'Sign out',
  search: 'Search',
  searchProjects: 'Search projects',
  otherLanguage: '中文',
  otherLanguageName: '中文',
}
