import type { Paper } from '../../domain/official-document'
import { escaped } from './markup'

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

/** The day of the paper, not the moment somebody asked for the file. */
export function corePropertiesXml({ title, issuer, day }: Paper): string {
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`
  const own = `<dc:title>${escaped(title.replace(/\s*\n\s*/g, ''))}</dc:title><dc:creator>${escaped(issuer)}</dc:creator><dc:language>zh-CN</dc:language>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties ${namespaces}>${own}${date('created')}${date('modified')}</cp:coreProperties>`
}
