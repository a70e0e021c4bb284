/**
 * What a kept page may load: its own style and nothing else. A kept page is never made again, so a style that was ever issued
 * stays on this list; a new one is added at the end.
 */
export const paperStyleHashes = ['sha256-cCo8SxetHcxjwgArNazsO0TS1XYXkkz1Rgsv1OqBA+s='] as const

export const paperPolicy = `default-src 'none'; style-src ${paperStyleHashes.map((hash) => `'${hash}'`).join(' ')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
