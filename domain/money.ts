/** Money is integer 元; projects are shown in 万元, chains and portfolio in 亿元 with two decimals. */
export const yuanPerWan = 10_000
export const yuanPerYi = 100_000_000

/** A sum that says how much of it is known; `yuan` is null when nothing is. */
export type Total = { yuan: number | null; known: number; unknown: number }

export const nothing: Total = { yuan: null, known: 0, unknown: 0 }

export function totalOf(amounts: readonly (number | null)[]): Total {
  const known = amounts.filter((amount) => amount !== null)
  const yuan = known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0)
  return { yuan, known: known.length, unknown: amounts.length - known.length }
}

export function addTotals(a: Total, b: Total): Total {
  const yuan = a.yuan === null ? b.yuan : a.yuan + (b.yuan ?? 0)
  return { yuan, known: a.known + b.known, unknown: a.unknown + b.unknown }
}

const two = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** `58,267.57`; unknown is `—`, never 0. */
export function formatWan(yuan: number | null): string {
  return yuan === null ? '—' : two.format(yuan / yuanPerWan)
}

/** `14.83`; unknown is `—`, never 0. */
export function formatYi(yuan: number | null): string {
  return yuan === null ? '—' : two.format(yuan / yuanPerYi)
}

/** A partial sum carries `≥`. */
export function atLeast(total: Total, format: (yuan: number | null) => string): string {
  return total.yuan !== null && total.unknown > 0 ? `≥ ${format(total.yuan)}` : format(total.yuan)
}

const decimal = /^-?\d{1,9}(\.\d{1,4})?$/

/** 万元 as typed (`58,267.57`, full-width digits too) to integer 元; null when it is not such a figure. */
export function yuanFromWan(typed: string): number | null {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '')
  if (!decimal.test(plain)) return null
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.')
  const yuan = Number(whole) * yuanPerWan + Number(fraction.padEnd(4, '0'))
  return plain.startsWith('-') ? 0 - yuan : yuan
}

/** Integer 元 as the plain 万元 text of a form field. */
export function wanFieldText(yuan: number | null): string {
  return yuan === null ? '' : String(yuan / yuanPerWan)
}
