import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Rules = { only: readonly string[] } | { without: readonly string[] }

/** Serious and critical accessibility findings of the page as it stands, one line each. */
export async function seriousFindings(page: Page, rules?: Rules): Promise<string[]> {
  // Evaluated, not added as a script: the page's CSP lets no foreign script in, and stays as it is.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe)
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options(rules))})`)) as AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.target.join(' ')} · ${nodes[0]?.failureSummary ?? ''}`)
}

function options(rules: Rules | undefined): object {
  const resultTypes = ['violations']
  if (!rules) return { resultTypes }
  if ('only' in rules) return { resultTypes, runOnly: { type: 'rule', values: rules.only } }
  return { resultTypes, rules: Object.fromEntries(rules.without.map((rule) => [rule, { enabled: false }])) }
}
