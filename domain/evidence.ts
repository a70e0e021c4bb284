/** What may be kept as evidence, and under which name. Sizes in bytes, sides in pixels. */
export const evidenceLimits = {
  pictureBytes: 10 * 1024 * 1024,
  pdfBytes: 20 * 1024 * 1024,
  /** A larger picture is made smaller. */
  side: 4096,
  /** A picture with more is not even unpacked. */
  pixels: 50_000_000,
  perSubject: 9,
  name: 80,
} as const

export const evidenceMimes = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type EvidenceMime = (typeof evidenceMimes)[number]

/** What is kept of an accepted file: the hash is that of the bytes as stored. */
export type StoredEvidence = { sha256: string; mime: EvidenceMime; bytes: number; width: number | null; height: number | null }

const extensions: Record<EvidenceMime, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' }

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte)
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** The kind by content: a name or a declared type proves nothing. */
export function evidenceMime(bytes: Uint8Array): EvidenceMime | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  return latin(bytes.subarray(0, 5)) === '%PDF-' ? 'application/pdf' : null
}

/** What iPhones write unless told otherwise: refused with advice of its own. */
export function isHeic(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(4, 8)) === 'ftyp' && /^(hei|hev|mif1|msf1|avif)/.test(latin(bytes.subarray(8, 12)))
}

/** A PDF that came whole ends with its trailer; some writers put a little after it. */
export function hasPdfTrailer(bytes: Uint8Array): boolean {
  const end = latin(bytes.subarray(-1024))
  return end.includes('startxref') && end.includes('%%EOF')
}

export function evidenceByteLimit(mime: EvidenceMime): number {
  return mime === 'application/pdf' ? evidenceLimits.pdfBytes : evidenceLimits.pictureBytes
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>:"|?*]|\p{Surrogate}/gu

/** The sender's name without path, invisible or reserved characters, and with the ending its content has. */
export function evidenceName(sent: string, mime: EvidenceMime): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(unsafe, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return `${Array.from(stem).slice(0, evidenceLimits.name).join('') || 'evidence'}.${extensions[mime]}`
}

/** `draft:update:P0001:monthly:2025-09` → what the half-typed form is about. Other subjects are given by commands, never by a sender. */
export type EvidenceSubject =
  | { form: 'update' | 'fact-sheet'; projectCode: string }
  | { form: 'output'; organisationId: number }
  | { form: 'finding'; findingId: number }
  | { form: 'material'; roundWorkId: number }

export function draftEvidenceSubject(subject: string): EvidenceSubject | null {
  const [, form, about] =
    /^draft:(update|fact-sheet|output|finding|material):([A-Za-z0-9]{1,12})(?::[A-Za-z0-9-]{1,20}){0,3}$/.exec(subject) ?? []
  if (form === 'finding') return /^\d{1,9}$/.test(about!) ? { form, findingId: Number(about) } : null
  if (form === 'material') return /^\d{1,9}$/.test(about!) ? { form, roundWorkId: Number(about) } : null
  if (form === 'output') return /^\d{1,9}$/.test(about!) ? { form, organisationId: Number(about) } : null
  if (form === 'update' || form === 'fact-sheet') return /^P\d{4,6}$/.test(about!) ? { form, projectCode: about! } : null
  return null
}
