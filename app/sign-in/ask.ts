/** Asks next-auth; null when the door is open, otherwise its error. A stale page's token is renewed once. */
export async function askToComeIn(form: FormData, again = true): Promise<string | null> {
  try {
    const typed = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]))
    typed.set('json', 'true')
    const answer = await fetch('/api/auth/callback/credentials', { method: 'POST', body: typed })
    const { url } = (await answer.json()) as { url: string }
    const said = new URL(url, location.origin).searchParams
    if (said.has('csrf') && again) return askToComeIn(await withNewToken(form), false)
    return said.get('error') ?? (answer.ok && !said.has('csrf') ? null : 'again')
  } catch {
    return 'offline'
  }
}

async function withNewToken(form: FormData): Promise<FormData> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
  form.set('csrfToken', csrfToken)
  return form
}
