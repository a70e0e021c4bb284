import { gzipSync } from 'node:zlib'
import type { Reader } from './session'

/** What a browser must fetch before a page can be used: every script its HTML names, compressed, in kB of 1000 bytes. */
export async function scriptWeight(reader: Reader, path: string): Promise<{ kb: number; scripts: number }> {
  const page = await reader.get(path)
  if (page.status !== 200) throw new Error(`${path} answers ${page.status}`)
  const names = scriptsOf(page.text)
  const sizes = await Promise.all(names.map(async (name) => gzipSync((await reader.get(name)).text).length))
  return { kb: sizes.reduce((sum, size) => sum + size, 0) / 1000, scripts: names.length }
}

/** In script elements and in the page's data for its parts; what is for browsers without modules alone is not loaded. */
export function scriptsOf(html: string): string[] {
  const old = [...html.matchAll(/<script[^>]*\bnomodule\b[^>]*>/gi)].map(([element]) => element)
  const named = [...html.matchAll(/(?:\/_next\/)?static\/chunks\/[\w./()[\]%~@-]+?\.js/g)].map(([name]) => name)
  const all = new Set(named.map((name) => (name.startsWith('/') ? name : `/_next/${name}`)))
  return [...all].filter((name) => !old.some((element) => element.includes(name)))
}
