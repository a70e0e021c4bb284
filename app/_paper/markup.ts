import { paperText } from '../../domain/official-document'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for XML and HTML, in an element or an attribute. */
export const escaped = (text: string): string => paperText(text).replace(/[&<>"']/g, (char) => entities[char] ?? char)

/** What people typed as HTML: every sign of it is text, and its line breaks stay. */
export const htmlText = (text: string): string => escaped(text).replaceAll('\n', '<br>')
