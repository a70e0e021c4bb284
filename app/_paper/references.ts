import { type Block, type Paper, paperWords } from '../../domain/official-document'
import { escaped } from './markup'

/** What the parts of a page refer to by number: tables in their order, and where the figures come from, each account once. */
export type References = { tables: readonly Block[]; accounts: readonly string[] }

export function referencesOf({ blocks, annexes }: Paper): References {
  const all = [...blocks, ...annexes.flatMap((annex) => annex.blocks)]
  const accounts = [...new Set(all.map(accountOf).filter((account) => account !== undefined))]
  return { tables: all.filter(({ kind }) => kind === 'table'), accounts }
}

const accountOf = (block: Block): string | undefined => (block.kind === 'heading' ? undefined : block.account)

/** The sign behind a paragraph or a caption that leads to its account. */
export function accountSign(account: string | undefined, { accounts }: References): string {
  if (account === undefined) return ''
  const number = accounts.indexOf(account) + 1
  return `<sup class="screen"><a href="#account-${number}" aria-label="${paperWords.accounts}${number}">[${number}]</a></sup>`
}

export function accountList({ accounts }: References): string {
  if (accounts.length === 0) return ''
  const items = accounts.map((account, index) => `<li id="account-${index + 1}">${escaped(account)}</li>`)
  return `<section class="accounts screen" aria-labelledby="accounts"><h2 id="accounts">${paperWords.accounts}</h2><ol>${items.join('')}</ol></section>`
}
