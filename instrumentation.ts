/** Opens the library once, before the first request; a server that cannot open it stops with a sentence. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { serveHouse } = await import('./db/serve')
    await serveHouse()
  }
}
