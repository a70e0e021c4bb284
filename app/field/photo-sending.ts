import type { PhotoStanding } from '../../domain/field-items'

/** As `photoPiece` of domain/field-items, which this code cannot carry into a browser; a test holds them together. */
export const pieceBytes = 256 * 1024

type Ask = (path: string, init: RequestInit) => Promise<PhotoStanding>

/** Goes on where the server stands. The instant of receipt, or null when it did not get on this time. */
export async function sendPhoto(id: string, bytes: () => Promise<Uint8Array | null>, ask: Ask): Promise<string | null> {
  const path = `/api/field/photos/${id}`
  let standing = await ask(path, { method: 'GET' })
  if (standing.done) return standing.at
  const all = await bytes()
  if (all === null) return null
  // A piece that another tab brought meanwhile moves on as well; one that does not move on is tried again at the next pass.
  for (let stuck = 0; !standing.done && stuck < 2; ) {
    const from = standing.received
    const piece = all.slice(from, from + pieceBytes)
    standing = await ask(`${path}?offset=${from}`, { method: 'PUT', headers: octets, body: piece as Uint8Array<ArrayBuffer> })
    if (standing.received <= from && !standing.done) stuck += 1
  }
  return standing.done ? standing.at : null
}

const octets = { 'content-type': 'application/octet-stream' }
