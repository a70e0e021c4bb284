// Builds what a phone keeps of the house: the field shell (public/field/*) and its service worker (public/sw.js).
// Plain Node with esbuild; names carry the hash of their content, and so does the worker's version.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const repo = dirname(dirname(fileURLToPath(import.meta.url)))
const source = join(repo, 'app/field')

/** @param {string} out the folder that is served as `/` */
export async function buildField(out = join(repo, 'public')) {
  const { build } = await import('esbuild')
  const bundle = (entry, more = {}) =>
    build({
      entryPoints: [join(source, entry)],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: ['es2022'],
      jsx: 'automatic',
      legalComments: 'none',
      charset: 'utf8',
      logLevel: 'warning',
      define: { 'process.env.NODE_ENV': '"production"' },
      ...more,
    }).then(({ outputFiles }) => outputFiles[0].contents)

  rmSync(join(out, 'field'), { recursive: true, force: true })
  mkdirSync(join(out, 'field'), { recursive: true })
  const write = (name, contents) => {
    const [stem, ...ends] = name.split('.')
    const hashed = `/field/${stem}-${hashOf(contents)}.${ends.join('.')}`
    writeFileSync(join(out, hashed), contents)
    return hashed
  }
  const files = {
    script: write('field.js', await bundle('client/main.tsx')),
    style: write('field.css', await bundle('client/field.css', { loader: { '.css': 'css' }, plugins: [withoutTheme] })),
    icon: write('icon.svg', readFileSync(join(repo, 'app/icon.svg'))),
  }
  const manifest = write('field.webmanifest', JSON.stringify(manifestOf(files.icon)))
  const shell = shellOf({ ...files, manifest })
  writeFileSync(join(out, 'field/shell.html'), shell)
  const kept = [...Object.values(files), manifest]
  const version = hashOf(shell)
  const define = { FIELD_VERSION: JSON.stringify(version), FIELD_FILES: JSON.stringify(kept) }
  writeFileSync(join(out, 'sw.js'), await bundle('worker.ts', { define }))
  return { version, files: kept }
}

const hashOf = (contents) => createHash('sha256').update(contents).digest('hex').slice(0, 12)

/** The tokens are shared with the other pages; what only their own style builder reads is left out. */
const withoutTheme = {
  name: 'without-theme',
  setup(build) {
    build.onLoad({ filter: /tokens\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/@theme inline \{[^}]*\}/, ''),
      loader: 'css',
    }))
  },
}

/** No script, no style, no word of anybody in the document itself. */
function shellOf({ script, style, icon, manifest }) {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>随身督查 · In the field</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1d1c19" media="(prefers-color-scheme: dark)">
<link rel="icon" href="${icon}" type="image/svg+xml">
<link rel="manifest" href="${manifest}">
<link rel="stylesheet" href="${style}">
<script src="${script}" defer></script>
</head>
<body>
<div id="field"></div>
<noscript>没有脚本，这一页不能离线记录。 · Without scripts this page cannot work offline.</noscript>
</body>
</html>
`
}

function manifestOf(icon) {
  return {
    name: '随身督查',
    short_name: '随身督查',
    start_url: '/field',
    scope: '/field',
    display: 'standalone',
    background_color: '#faf9f6',
    theme_color: '#1f4f7a',
    icons: [{ src: `/field/${basename(icon)}`, sizes: 'any', type: 'image/svg+xml' }],
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { version, files } = await buildField()
  console.log(`field ${version}: ${files.join(' ')}`)
}
