/** The label of a field in a form as the server sends it: its own, its group's, or a button's words. Null where the form has no such field. */
export function labelIn(html: string, name: string): string | null {
  const control = new RegExp(`<(input|textarea|select|button)\\b[^>]*\\sname="${name}"[^>]*>`).exec(html)
  if (!control || /type="hidden"/.test(control[0])) return null
  if (control[1] === 'button') return words(/^(.*?)<\/button>/s.exec(html.slice(control.index + control[0].length))?.[1])
  const id = /\sid="([^"]+)"/.exec(control[0])?.[1]
  const own = id && new RegExp(`<label for="${id}">(.*?)</label>`, 's').exec(html)?.[1]
  return words(own || [...html.slice(0, control.index).matchAll(/<legend\b[^>]*>(.*?)<\/legend>/gs)].at(-1)?.[1])
}

/** A label's own words stand in its head's first part; beside them a unit, or "optional". */
function words(markup = ''): string {
  const head = /<span class="field-head"><span>(.*?)<\/span>/s.exec(markup)?.[1] ?? markup
  return head.replace(/<[^>]*>/g, '').trim()
}

/** What a reader would miss: the field itself, its label in one language, or a label that English readers get in Chinese. `data` = names, which stay Chinese. */
export function labelProblems(forms: { zh: string; en: string }, fields: readonly string[], data: readonly string[] = []): string[] {
  return fields.flatMap((field) => {
    const [zh, en] = [labelIn(forms.zh, field), labelIn(forms.en, field)]
    if (zh === null || en === null) return [`${field}: not in the form`]
    const english = data.reduce((text, name) => text.replaceAll(name, ''), en)
    return [
      ...(zh === '' ? [`${field}: no label in Chinese`] : []),
      ...(en === '' ? [`${field}: no label in English`] : []),
      ...(/\p{Script=Han}/u.test(english) ? [`${field}: its English label is Chinese`] : []),
    ]
  })
}
