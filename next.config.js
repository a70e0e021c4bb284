/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  // The house is its own root, whatever lock files stand in folders above it.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  outputFileTracingIncludes: { '/*': ['./drizzle/**/*'] },
  outputFileTracingExcludes: { '/*': ['./data/**/*', './data-demo/**/*', './tests/**/*', './docs/**/*', './scripts/**/*'] },
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'sharp'],
  poweredByHeader: false,
  // A role that may not look gets 403 and app/forbidden.tsx.
  experimental: { authInterrupts: true },
  // `npm test` checks the types, of the tests too; a start should neither wait nor fail for them.
  typescript: { ignoreBuildErrors: true },
}
