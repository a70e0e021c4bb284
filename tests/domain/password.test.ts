import { describe, expect, it } from 'vitest'
import { commonPasswords } from '../../domain/common-passwords'
import { normalisePassword, passwordWeakness } from '../../domain/password'

const weakness = (password: string, username = 'li.hua') => passwordWeakness(password, username)?.code ?? null

describe('a password', () => {
  it('needs twelve characters and nothing else of their kind', () => {
    expect(weakness('short-one')).toBe('too-short')
    expect(weakness('elevenchars')).toBe('too-short')
    expect(weakness('tea pot over')).toBeNull()
    expect(weakness('我家门前有两棵枣树一条河')).toBeNull()
  })

  it('counts characters, not the halves of a rare one', () => {
    expect(weakness('𠮷𠮷𠮷𠮷𠮷𠮷')).toBe('too-short')
  })

  it('may be long, but not endless', () => {
    const sentence = 'the river turns twice before it comes to the old mill, '
    expect(weakness(sentence.repeat(3) + sentence.slice(0, 30))).not.toBe('too-long')
    expect(weakness(`${'xyz k4 '.repeat(28)}123456`)).toBe('too-long')
  })

  it('is refused when guessers try it first, with or without a few digits around', () => {
    for (const password of [
      'password1234',
      'Password2025!',
      'qwertyuiop123',
      'woaini1314520',
      'hengdong2025',
      'admin@123456',
      'Hengdong!!2026',
    ])
      expect(weakness(password), password).toBe('password-common')
  })

  it('is refused when it is one part repeated or a run of keys', () => {
    for (const password of [
      'aaaaaaaaaaaaa',
      'abcabcabcabcabc',
      '123456789012',
      'abcdefghijklm',
      '987654321098',
      '一二一二一二一二一二一二',
    ])
      expect(weakness(password), password).toBe('password-common')
  })

  it('is refused when it is nearly the sign-in name', () => {
    expect(weakness('zhang.weiming', 'zhang.weiming')).toBe('password-like-name')
    expect(weakness('Zhang.Weiming1', 'zhang.weiming')).toBe('password-like-name')
    expect(weakness('zhang.weiming likes pears', 'zhang.weiming')).toBeNull()
  })

  it('is the same one from a full-width keyboard', () => {
    expect(normalisePassword('ｔｅａ　ｐｏｔ')).toBe('tea pot')
  })

  it('has a list of some hundred common ones, in lower case', () => {
    expect(commonPasswords.size).toBeGreaterThan(500)
    for (const password of commonPasswords) expect(password).toBe(password.toLowerCase())
  })
})
