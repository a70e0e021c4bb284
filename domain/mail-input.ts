import { z } from 'zod'
import { idField, needed, wordsField } from './fields'

/** As browsers check it, with a point in the host; ASCII only, so that no header can be written in it. */
const atom = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const address = new RegExp(`^${atom}@${label}(?:\\.${label})+$`)

export const isEmail = (text: string): boolean => text.length <= 254 && address.test(text)

/** Empty = no mail. */
const emailField = () =>
  wordsField(254).refine((text) => text === null || isEmail(text), {
    error: 'wrong-shape',
    params: { example: 'name@example.cn' },
  })

export const emailInput = z.object({ email: emailField() })
export type EmailInput = z.output<typeof emailInput>

export const mailChoice = z.object({ id: needed(idField()) })
