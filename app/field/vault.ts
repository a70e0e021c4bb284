/**
 * What lies on a phone is readable only there and only for its owner: AES-GCM with a key made of the device's own secret (never extractable) and of one that
 * the server gives to the owner alone. Without either of the two it stays shut.
 */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }

const text = new TextEncoder()

/** Made once per device; the bytes themselves are forgotten here and now. */
export function makeDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', crypto.getRandomValues(new Uint8Array(32)), 'HKDF', false, ['deriveKey'])
}

export function keyOf(device: CryptoKey, secret: string, userId: number): Promise<CryptoKey> {
  const how = { name: 'HKDF', hash: 'SHA-256', salt: text.encode(secret), info: text.encode(`field:${userId}`) }
  return crypto.subtle.deriveKey(how, device, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

export async function sealBytes(key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) }
}

export async function openBytes(key: CryptoKey, { iv, data }: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data))
}

export const seal = (key: CryptoKey, content: unknown): Promise<Sealed> => sealBytes(key, text.encode(JSON.stringify(content)))

export async function open<T>(key: CryptoKey, sealed: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, sealed))) as T
}

/** A word that only the right key opens, so that a locked person's things are known again when they sign in. */
export const sealCheck = (key: CryptoKey, userId: number): Promise<Sealed> => seal(key, { userId })

export async function opensCheck(key: CryptoKey, check: Sealed, userId: number): Promise<boolean> {
  try {
    return (await open<{ userId: number }>(key, check)).userId === userId
  } catch {
    return false
  }
}
