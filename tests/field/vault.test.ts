import { describe, expect, test } from 'vitest'
import { keyOf, makeDeviceKey, open, openBytes, opensCheck, seal, sealBytes, sealCheck } from '../../app/field/vault'

describe('what lies on a device', () => {
  test('opens again for its owner on this device, text and bytes alike', async () => {
    const device = await makeDeviceKey()
    const key = await keyOf(device, 'secret', 7)
    expect(await open(key, await seal(key, { facts: '围挡不全', n: 1 }))).toEqual({ facts: '围挡不全', n: 1 })
    const bytes = crypto.getRandomValues(new Uint8Array(60_000))
    expect(await openBytes(key, await sealBytes(key, bytes))).toEqual(bytes)
    expect(await open(await keyOf(device, 'secret', 7), await seal(key, 'again'))).toBe('again')
  })

  test('stays shut for another person, another secret and another device', async () => {
    const device = await makeDeviceKey()
    const sealed = await seal(await keyOf(device, 'secret', 7), '所见')
    for (const key of [
      await keyOf(device, 'secret', 8),
      await keyOf(device, 'other', 7),
      await keyOf(await makeDeviceKey(), 'secret', 7),
    ]) {
      await expect(open(key, sealed)).rejects.toThrow()
    }
  })

  test('the check word tells whose a secret is, and no more', async () => {
    const device = await makeDeviceKey()
    const check = await sealCheck(await keyOf(device, 'mine', 7), 7)
    expect(await opensCheck(await keyOf(device, 'mine', 7), check, 7)).toBe(true)
    expect(await opensCheck(await keyOf(device, 'theirs', 7), check, 7)).toBe(false)
    expect(await opensCheck(await keyOf(device, 'mine', 7), check, 8)).toBe(false)
  })

  test('is never sealed twice the same way, holds no plain word, and a changed byte is noticed', async () => {
    const key = await keyOf(await makeDeviceKey(), 'secret', 7)
    const [first, second] = [await seal(key, 'the same words'), await seal(key, 'the same words')]
    expect(Buffer.from(first.iv)).not.toEqual(Buffer.from(second.iv))
    expect(Buffer.from(first.data).includes('same')).toBe(false)
    const bytes = new Uint8Array(first.data)
    bytes[3]! ^= 1
    await expect(open(key, { iv: first.iv, data: bytes.buffer })).rejects.toThrow()
  })

  test('no key can be taken out', async () => {
    const device = await makeDeviceKey()
    const key = await keyOf(device, 'secret', 7)
    expect([device.extractable, key.extractable]).toEqual([false, false])
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })
})
