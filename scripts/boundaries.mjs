// Checks the dependency rule (.dependency-cruiser.cjs) on this folder, or on the one given.
// dependency-cruiser reads TypeScript through the compiler's JavaScript API, which TypeScript 7 no longer has: it would pass
// over every .ts file without a word. So it gets the last TypeScript that has it, and the files it saw are counted.
import { existsSync, readdirSync } from 'node:fs'
import Module, { register } from 'node:module'
import { join, resolve } from 'node:path'
import { repo } from './house.mjs'

const resolveFilename = Module._resolveFilename
Module._resolveFilename = (request, ...rest) => resolveFilename(request.replace(/^typescript(?=\/|$)/, 'typescript-classic'), ...rest)
const hook = "export const resolve = (name, context, next) => next(name === 'typescript' ? 'typescript-classic' : name, context)"
register(`data:text/javascript,${encodeURIComponent(hook)}`)

const { cruise } = await import('dependency-cruiser')
const { default: config } = await import('../.dependency-cruiser.cjs')

const baseDir = resolve(process.argv[2] ?? repo)
const floors = ['app', 'db', 'domain', 'tests', 'scripts', 'instrumentation.ts', 'proxy.ts'].filter((name) =>
  existsSync(join(baseDir, name)),
)
const { output } = await cruise(floors, { ...config.options, baseDir, validate: true, ruleSet: { forbidden: config.forbidden } })

const seen = new Set(output.modules.map((module) => module.source))
const unseen = floors.flatMap(filesOf).filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.endsWith('.d.ts') && !seen.has(file))
for (const { rule, from, to, cycle } of output.summary.violations) {
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map((step) => step.name).join(' → ') : to}`)
}
if (unseen.length > 0) console.error(`not looked at: ${unseen.join(', ')}`)
console.log(
  `${output.modules.length - unseen.length} modules, ${output.summary.totalDependenciesCruised} imports, ${output.summary.violations.length} against the rule`,
)
process.exit(output.summary.violations.length + unseen.length > 0 ? 1 : 0)

function filesOf(name) {
  const path = join(baseDir, name)
  if (!existsSync(path) || name.includes('.')) return [name]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(baseDir.length + 1)
        .replaceAll('\\', '/'),
    )
}
