import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type Word = { left: number; top: number; right: number; bottom: number; text: string }

/** Faces of an official document stand in for by Noto CJK, whose Chinese characters are as wide as theirs. */
const substitutes = { 仿宋_GB2312: 'Serif', 楷体_GB2312: 'Serif', 方正小标宋简体: 'Serif', 宋体: 'Serif', 黑体: 'Sans' }

/** What of LibreOffice, poppler and the Chinese faces is missing here; empty when a Word file can be printed and measured. */
export async function missingForPdf(): Promise<string[]> {
  const tools = [
    ['soffice', ['--version']],
    ['pdftotext', ['-v']],
    ['pdftoppm', ['-v']],
  ] as const
  const missing: string[] = []
  for (const [tool, args] of tools) await run(tool, [...args]).catch(() => missing.push(tool))
  const faces = await run('fc-list', [':lang=zh-cn', 'family']).catch(() => ({ stdout: '' }))
  return /Noto Serif CJK SC/.test(faces.stdout) ? missing : [...missing, 'fonts-noto-cjk']
}

/** Prints a Word file with an office program that has never seen it or us: its own profile, its own font settings. */
export async function pdfOf(folder: string, name: string, word: Uint8Array): Promise<string> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'fonts.conf'), fontsConf(folder))
  writeFileSync(join(folder, `${name}.docx`), word)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, `${name}.docx`)]
  await run('soffice', args, { env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') } })
  return join(folder, `${name}.pdf`)
}

function fontsConf(folder: string): string {
  const aliases = Object.entries(substitutes).map(
    ([face, kind]) => `<alias binding="same"><family>${face}</family><prefer><family>Noto ${kind} CJK SC</family></prefer></alias>`,
  )
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'faces')}</cachedir>${aliases.join('')}</fontconfig>`
}

const mm = (points: number): number => (points / 72) * 25.4

/** The words of each page, in millimetres from its top left corner. */
export async function wordsOf(pdf: string): Promise<Word[][]> {
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 64 << 20 })
  const pages = stdout.split('<page ').slice(1)
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g
  return pages.map((page) =>
    [...page.matchAll(word)].map(([, ...found]) => {
      const [left, top, right, bottom] = found.slice(0, 4).map((value) => mm(Number(value))) as [number, number, number, number]
      return { left, top, right, bottom, text: found[4]! }
    }),
  )
}

/** Where the ink of a page begins and ends, in millimetres; `below` and `above` leave out header and footer. */
export async function inkOf(pdf: string, page: number, below: number, above: number) {
  const dots = 150
  const png = ['-gray', '-r', String(dots), '-f', String(page), '-l', String(page), '-singlefile', pdf, pdf.replace(/\.pdf$/, `-${page}`)]
  await run('pdftoppm', png)
  const { width, height, pixels } = grayOf(readFileSync(pdf.replace(/\.pdf$/, `-${page}.pgm`)))
  const at = (dot: number) => (dot / dots) * 25.4
  const ink = { left: width, right: 0, top: height, bottom: 0 }
  for (let y = Math.ceil((below / 25.4) * dots); y < (above / 25.4) * dots; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (pixels[y * width + x]! > 128) continue
      ink.left = Math.min(ink.left, x)
      ink.right = Math.max(ink.right, x + 1)
      ink.top = Math.min(ink.top, y)
      ink.bottom = Math.max(ink.bottom, y + 1)
    }
  }
  return { left: at(ink.left), right: at(ink.right), top: at(ink.top), bottom: at(ink.bottom) }
}

/** A PGM file: its head in words, then one byte a dot. */
function grayOf(file: Buffer): { width: number; height: number; pixels: Buffer } {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64))
  if (!head) throw new Error('not a PGM file')
  return { width: Number(head[1]), height: Number(head[2]), pixels: file.subarray(head[0].length) }
}
