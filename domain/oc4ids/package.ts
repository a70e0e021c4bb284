import { isPlaceholder } from '../publication'
import type { OcSetting } from './facts'
import type { OcHead } from './shape'

export const worksAPage = 100
/** As many as are read and written before others have their turn: some 10 ms. */
export const worksAStep = 25

/** Who gives it out, when the content last changed, and what is not yet final of it. */
export function ocHeadOf(uri: string, { prefix, publisher, demo, changedAt }: OcSetting): OcHead {
  return {
    uri,
    version: '0.9',
    publishedDate: changedAt,
    publisher: { name: demo ? `${publisher}（演示数据）` : publisher },
    hengdong: { schema: '0.9.5', prefix, prefixRegistered: !isPlaceholder(prefix), demonstration: demo },
  }
}

export const pagesOf = (works: number): number => Math.ceil(works / worksAPage)

/** Addresses of the pages before and after. */
export function linksOf(address: string, page: number, works: number): { next?: string; prev?: string } {
  return {
    ...(page < pagesOf(works) ? { next: `${address}?page=${page + 1}` } : {}),
    ...(page > 1 ? { prev: `${address}?page=${page - 1}` } : {}),
  }
}
