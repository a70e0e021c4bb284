// The dependency rule of the house: app → db → domain, never back. Run by scripts/boundaries.mjs.
const page = '^app(/|/.*/)(page|layout|template|loading|error|global-error|not-found|forbidden|unauthorized|default)\\.tsx?$'
const metadata = '^app(/|/.*/)(icon|manifest|robots|sitemap|opengraph-image)\\.tsx?$'
const route = '^app(/|/.*/)route\\.tsx?$'
const actions = '^app(/|/.*/)actions\\.ts$'
const session = '^app/_lib/(session|auth|form-action)\\.tsx?$'
const group = '(?:\\([^/]+\\)/|)' // a route group is no folder of its own
const runtime = { dependencyTypesNot: ['type-only'] }

const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('domain-imports-zod-and-itself', { path: '^domain/' }, { pathNot: ['^domain/', '^node_modules/zod/'] }),
    forbid(
      'db-imports-domain-and-the-driver',
      { path: '^db/' },
      {
        pathNot: ['^(db|domain)/', '^node_modules/(drizzle-orm|(@types/)?better-sqlite3|@node-rs/argon2|sharp)/'],
        dependencyTypesNot: ['core'],
      },
    ),
    forbid('pages-read-queries', { path: [page, metadata] }, { path: '^db/', pathNot: '^db/queries/', ...runtime }),
    forbid('actions-write-commands', { path: actions }, { path: '^db/', pathNot: '^db/commands/', ...runtime }),
    forbid(
      'routes-and-session-files-see-queries-and-commands',
      { path: [route, session] },
      { path: '^db/', pathNot: '^db/(queries|commands)/', ...runtime },
    ),
    forbid(
      'the-rest-of-app-sees-only-types-of-db',
      { path: '^app/', pathNot: [page, metadata, route, actions, session] },
      { path: '^db/', ...runtime },
    ),
    forbid(
      'only-pages-actions-and-routes-use-the-session',
      { path: '^app/', pathNot: [page, metadata, route, actions, '^app/_lib/'] },
      { path: session, ...runtime },
    ),
    forbid(
      'a-folder-keeps-to-itself',
      { path: `^app/${group}([^/()]+)/` },
      { path: '^app/', pathNot: `^app/${group}($1|_components|_lib|_paper)/` },
    ),
    // It hands db/serve the layout of papers and what sends mails: a demonstration issues documents while it is made, and db/ knows neither app/ nor a network.
    forbid(
      'instrumentation-serves',
      { path: '^instrumentation\\.ts$' },
      { path: '^(app|db)/', pathNot: '^(db/serve\\.ts$|app/(_paper/|_lib/mail-post\\.ts$))' },
    ),
    forbid('the-proxy-stands-alone', { path: '^proxy\\.ts$' }, { path: '^(app|db|domain)/' }),
    forbid('scripts-stand-alone', { path: '^scripts/' }, { path: '^(app|db|domain|tests)/' }),
    forbid('nothing-imports-tests', { pathNot: '^tests/' }, { path: '^tests/' }),
    forbid('no-cycles', {}, { circular: true }),
    forbid('every-import-resolves', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^node_modules/.*/node_modules', '^\\.next/', '^tests/.*fixtures/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
