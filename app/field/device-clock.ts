/** Server − device in milliseconds: the answer was written somewhere between asking and hearing. */
export function offsetOf(serverTime: string, askedAt: number, heardAt: number): number {
  return Math.round(Date.parse(serverTime) - (askedAt + heardAt) / 2)
}

/** What the time really is, as far as this device knows. */
export const correctedNow = (deviceNow: number, offsetMs: number | null): number => deviceNow + (offsetMs ?? 0)

/** `14:03` in Shanghai, from an instant of the server. */
export function minuteOf(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)
}

/** `09-30 14:03`: with the day, where it may be another one. */
export function dayMinuteOf(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
}
