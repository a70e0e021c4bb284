import type { Page } from '@playwright/test'

/** What a page must never do: break its own content policy, complain, ask another host, or break. */
export type Watch = { origin: string; found: string[] }

type Violation = { violatedDirective: string; blockedURI: string; sourceFile: string }

/** Watches a page from now on; `found` grows as things go wrong. */
export async function watch(page: Page, origin: string): Promise<Watch> {
  const found: string[] = []
  await page.exposeFunction('toldViolation', ({ violatedDirective, blockedURI, sourceFile }: Violation) =>
    found.push(`content policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
  )
  await page.addInitScript(() => {
    const tell = (globalThis as unknown as { toldViolation: (what: object) => void }).toldViolation
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      tell({ violatedDirective, blockedURI, sourceFile }),
    )
  })
  page.on('console', (message) => {
    const { url } = message.location()
    // The browser itself asks for a favicon.ico now and then, before it has read the page's own icon.
    if (message.type() === 'error' && !url.endsWith('/favicon.ico')) found.push(`console: ${message.text()} ${url}`)
  })
  page.on('pageerror', (error) => found.push(`error: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) found.push(`asks another host: ${url.href}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) found.push(`${response.status()}: ${response.url()}`)
  })
  return { origin, found }
}

/** Elements that make the page wider than the screen. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    const names = wide.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
    return [`wider than the screen: ${scrollWidth} > ${clientWidth}: ${names.join(' ')}`]
  })
}
