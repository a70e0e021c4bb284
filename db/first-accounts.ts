import { join } from 'node:path'
import { type Ctx, type Role, system } from '../domain/actor'
import { type Instant, shanghaiDay } from '../domain/calendar'
import { orm, type Tx } from './client'
import { ensureOrganisation } from './commands/organisations'
import { insertUser } from './commands/users'
import { writeDurably } from './durable-file'
import { hashPassword, randomPassword } from './passwords'
import { plan } from './plan'
import { boxOwners, offices, type PlanOrganisation, planOrganisations } from './plan-organisations'
import { users } from './schema'
import { write } from './write'

export type FirstAccount = { role: Role; username: string; name: string; organisation: string }

/** One account a role, two where a second person must approve; who they are, the administrator writes in later. */
function firstAccounts(): FirstAccount[] {
  const owner = boxOwners()[0] ?? offices.government
  return [
    { role: 'owner', username: 'owner', name: '项目单位经办人', organisation: owner },
    { role: 'bureau', username: 'bureau1', name: '发改局经办人甲', organisation: offices.bureau },
    { role: 'bureau', username: 'bureau2', name: '发改局经办人乙', organisation: offices.bureau },
    { role: 'supervisor', username: 'supervisor1', name: '督查员甲', organisation: offices.supervisor },
    { role: 'supervisor', username: 'supervisor2', name: '督查员乙', organisation: offices.supervisor },
    { role: 'leader', username: 'leader', name: '县领导', organisation: offices.government },
    { role: 'admin', username: 'admin', name: '系统管理员', organisation: offices.government },
    { role: 'auditor', username: 'auditor', name: '审计员', organisation: offices.government },
  ]
}

/** A real library's first start: units, accounts, and `first-accounts.txt` with passwords that must be changed. Does nothing later on. */
export async function foundFirstAccounts(dir: string, at: Instant): Promise<void> {
  if (hasAccounts()) return
  await foundAccounts(dir, at, {
    file: 'first-accounts.txt',
    accounts: firstAccounts(),
    organisations: planOrganisations(),
    mustChangePassword: true,
  })
}

const hasAccounts = (): boolean => orm().select({ id: users.id }).from(users).limit(1).get() !== undefined

export type Founding = { file: string; accounts: FirstAccount[]; organisations: PlanOrganisation[]; mustChangePassword: boolean }

/** Makes units and accounts with random passwords and leaves these in a file that only the server's owner can read. */
export async function foundAccounts(dir: string, at: Instant, founding: Founding): Promise<void> {
  const drafts = await Promise.all(founding.accounts.map(withPassword))
  const ctx: Ctx = { actor: system, at, today: shanghaiDay(at), requestId: 'first-accounts' }
  write(ctx, 'foundAccounts', null, (tx) => {
    foundOrganisations(tx, ctx, founding.organisations)
    for (const draft of drafts) insertUser(tx, ctx, { ...draft, passwordExpiresAt: null, mustChangePassword: founding.mustChangePassword })
    // Before the commit: accounts whose passwords nobody ever saw would be of no use.
    keepPasswords(join(dir, founding.file), drafts)
  })
}

async function withPassword(account: FirstAccount) {
  const password = randomPassword()
  return { ...account, password, passwordHash: await hashPassword(password) }
}

/** The plan's names hold from its first day. */
function foundOrganisations(tx: Tx, ctx: Ctx, list: PlanOrganisation[]): void {
  for (const { name, kind } of list) ensureOrganisation(tx, ctx, name, kind, plan.period.from)
}

function keepPasswords(file: string, accounts: { role: Role; username: string; password: string }[]): void {
  const lines = accounts.map(({ role, username, password }) => `${role}\t${username}\t${password}\n`)
  writeDurably(file, Buffer.from(lines.join('')))
}
