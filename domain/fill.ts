/** Puts values into `{name}` places; a place without a value stays visible, so that a test can find it. Free of dictionaries: browser code may use it. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place))
}
