import type { PhotoAnswer } from '../../domain/field-items'

/** As `photoPiece` of domain/field-items, which this code cannot carry into a browser; a test holds them together. */
export const pieceBytes = 256 * 1024

type Ask = (path: string, init: RequestInit) => Promise<PhotoAnswer>
type Settled = { state: 'received'; at: string } | { state: 'refused'; code: string; field: null; message: string }

/** Goes on where the server stands: to its receipt or its refusal, or null when it did not get on this time. */
export async function sendPhoto(id: string, bytes: () => Promise<Uint8Array | null>, ask: Ask): Promise<Settled | null> {
  const path = `/api/field/photos/${id}`
  let standing = await ask(path, { method: 'GET' })
  if (isSettled(standing)) return settled(standing)
  const all = await bytes()
  if (all === null) return null
  // A piece that another tab brought meanwhile moves on as well; one that does not move on is tried again at the next pass.
  for (let stuck = 0; !isSettled(standing) && stuck < 2; ) {
    const from = standing.received
    const piece = all.slice(from, from + pieceBytes)
    standing = await ask(`${path}?offset=${from}`, { method: 'PUT', headers: octets, body: piece as Uint8Array<ArrayBuffer> })
    if (standing.received <= from) stuck += 1
  }
  return settled(standing)
}

const isSettled = ({ done, refused }: PhotoAnswer): boolean => done || Boolean(refused)

function settled({ at, refused: code, message }: PhotoAnswer): Settled | null {
  if (at !== null) return { state: 'received', at }
  return code ? { state: 'refused', code, field: null, message: message ?? code } : null
}

const octets = { 'content-type': 'application/octet-stream' }
