// Completes package-lock.json after every change of it: `npm ci` refuses a lock without the optional packages of other
// platforms, and npm leaves out those it could not see when it wrote the lock. Adds them with version, os, cpu and libc,
// read from their names; removes download addresses, so that any registry serves.
// Usage: npm install <package> && node scripts/lock.mjs && npm ci --dry-run
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repo, stampInstall } from './house.mjs'

const systems = /(?:^|[-/])(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)(?:-|$)/
const processors = /-(arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64|wasm32)(?:-|$)/
const file = join(repo, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))

for (const { name, version, dev } of missingEntries(lock.packages)) {
  lock.packages[`node_modules/${name}`] = { version, ...platform(name), ...(dev ? { dev } : {}), optional: true }
  console.log(`+ ${name} ${version}`)
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
for (const entry of Object.values(lock.packages)) delete entry.resolved
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
// `npm install` has just installed what this lock says: the next start need not install again.
stampInstall()

/** An optional dependency is missing when no entry stands in its parent's folder or in any folder above. */
function missingEntries(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !foldersAbove(path).some((folder) => packages[`${folder}node_modules/${name}`]))
      .map(([name, version]) => ({ name, version, dev: Boolean(entry.dev) })),
  )
}

function foldersAbove(path) {
  const folders = ['']
  for (let at = path.length; at > 0; at = path.lastIndexOf('/node_modules/', at - 1)) folders.push(`${path.slice(0, at)}/`)
  return folders
}

function platform(name) {
  const [, system] = name.match(systems) ?? []
  const [, processor] = name.match(processors) ?? []
  if (!processor) throw new Error(`${name}: not a platform's package, and missing from the lock: run npm install first`)
  const libc = name.includes('musl') ? ['musl'] : name.includes('gnu') ? ['glibc'] : null
  return { cpu: [processor], ...(libc && { libc }), ...(system && { os: [system] }) }
}
