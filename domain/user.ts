import { z } from 'zod'
import { type Role, roles } from './actor'
import { choiceField, dayField, idField, needed, wholeField, wordsField } from './fields'
import { locales } from './locale'
import { foldUsername, usernameShape } from './username'

export const organisationKinds = ['company', 'department', 'town', 'park', 'other'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** How many accounts one pasted list may make. */
export const userListLimit = 200

const usernameField = () =>
  z
    .string()
    .nullish()
    .transform((typed, context) => {
      const username = foldUsername(typed ?? '')
      if (usernameShape.test(username)) return username
      context.addIssue({ code: 'custom', message: username === '' ? 'required' : 'username-shape' })
      return z.NEVER
    })

export const newUserInput = z.object({
  name: needed(wordsField(40)),
  username: usernameField(),
  role: needed(choiceField(roles)),
  organisation: needed(wordsField(80)),
})
export type NewUser = z.output<typeof newUserInput>

export const userEdit = z.object({
  id: needed(idField()),
  version: needed(wholeField(1, 999_999_999)),
  name: needed(wordsField(40)),
  role: needed(choiceField(roles)),
  organisation: needed(wordsField(80)),
})
export type UserEdit = z.output<typeof userEdit>

export const userChoice = z.object({ id: needed(idField()) })
export const userListText = z.object({ list: needed(wordsField(40_000)) })

/** Passwords are taken as typed: no trimming, no limit on kinds of characters. */
const secret = z.string().max(1000).optional().default('')
/** The form layer never sends back a field whose name holds “password”. */
export const passwordChange = z.object({ currentPassword: secret, newPassword: secret, newPasswordAgain: secret })
export type PasswordChange = z.output<typeof passwordChange>

export const profileInput = z.object({ locale: needed(choiceField(locales)) })
export type Profile = z.output<typeof profileInput>
export const newTokenInput = z.object({ name: needed(wordsField(40)) })
export type NewToken = z.output<typeof newTokenInput>
export const tokenChoice = z.object({ id: needed(idField()) })

export const newOrganisationInput = z.object({ name: needed(wordsField(80)), kind: needed(choiceField(organisationKinds)) })
export type NewOrganisation = z.output<typeof newOrganisationInput>
export const organisationRename = z.object({
  id: needed(idField()),
  version: needed(wholeField(1, 999_999_999)),
  name: needed(wordsField(80)),
  fromDay: needed(dayField()),
})
export type OrganisationRename = z.output<typeof organisationRename>

/** Words a clerk may write for a role in a pasted list; codes and English words too. */
const roleWords: Record<Role, readonly string[]> = {
  owner: ['owner', '项目单位', '业主', '业主单位', '责任单位', 'project unit'],
  bureau: ['bureau', '发改局', '发改', '重点项目事务中心'],
  supervisor: ['supervisor', '督查室', '督查', 'inspector'],
  leader: ['leader', '县领导', '领导', 'county leader'],
  admin: ['admin', '系统管理员', '管理员', 'administrator'],
  auditor: ['auditor', '审计员', '审计'],
}

export function roleNamed(words: string): Role | null {
  const wanted = words.normalize('NFKC').trim().toLowerCase()
  return roles.find((role) => roleWords[role].includes(wanted)) ?? null
}
