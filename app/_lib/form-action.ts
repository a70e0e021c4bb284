import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Ctx } from '../../domain/actor'
import { Refusal } from '../../domain/errors'
import { issuesOf } from '../../domain/fields'
import { fill, type Messages } from '../../domain/messages'
import { formFields, typedValues } from './form-fields'
import type { FormAction, FormState } from './form-state'
import { words } from './locale'
import { ctxFor, viewer } from './session'

type Options<Result> = {
  /** Where to go once it is saved; without it the same page is shown again with fresh figures. */
  to?: (result: Result) => string
  saved?: (t: Messages, result: Result) => string
  /** `false` for what changes nothing on the page, such as a draft saved while typing. */
  refresh?: boolean
  /** The one action a person may take while the first password is still to be changed. */
  beforePasswordChange?: boolean
}

/** An action of a signed-in person: who it is, what was typed, run, and every refusal as words beside its field. */
export function formAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: (ctx: Ctx, input: z.output<Schema>) => Result | Promise<Result>,
  options: Options<Result> = {},
): FormAction {
  return answered(schema, options, async (input, form) => run(await contextOf(form, options), input))
}

/** An action that needs no sign-in: the language switch, the sign-in itself. */
export function publicAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: (input: z.output<Schema>) => Result | Promise<Result>,
  options: Options<Result> = {},
): FormAction {
  return answered(schema, options, run)
}

function answered<Schema extends z.ZodType, Result>(
  schema: Schema,
  options: Options<Result>,
  run: (input: z.output<Schema>, form: FormData) => Result | Promise<Result>,
): FormAction {
  return async (_before, form) => {
    const t = await words()
    try {
      const result = await run(parse(schema, form), form)
      return await saved(t, result, options)
    } catch (error) {
      unstable_rethrow(error)
      return refused(t, form, error)
    }
  }
}

async function contextOf(form: FormData, options: { beforePasswordChange?: boolean }): Promise<Ctx> {
  const person = await viewer()
  if (!person) throw new Refusal('sign-in-required')
  if (person.mustChangePassword && !options.beforePasswordChange) throw new Refusal('password-change-required')
  const key = form.get('key')
  return ctxFor(person, typeof key === 'string' && key !== '' ? key.slice(0, 100) : undefined)
}

function parse<Schema extends z.ZodType>(schema: Schema, form: FormData): z.output<Schema> {
  const parsed = schema.safeParse(formFields(form))
  if (!parsed.success) throw new Refusal('invalid', { issues: issuesOf(parsed.error) })
  return parsed.data
}

async function saved<Result>(t: Messages, result: Result, options: Options<Result>): Promise<FormState> {
  const message = options.saved?.(t, result) ?? t.common.saved
  if (options.refresh !== false) revalidatePath('/', 'layout')
  if (options.to) {
    const target = options.to(result)
    await flash(message, target)
    redirect(target)
  }
  return { status: 'saved', message, result: result ?? null }
}

/** Said at the top of the page one is sent to, and on no other. */
async function flash(message: string, target: string): Promise<void> {
  const jar = await cookies()
  const path = target.split(/[?#]/)[0] || '/'
  jar.set('flash', message.slice(0, 200), { maxAge: 6, httpOnly: true, sameSite: 'lax', path })
}

function refused(t: Messages, form: FormData, error: unknown): FormState {
  const values = typedValues(form)
  if (!(error instanceof Refusal)) {
    console.error(error)
    return { status: 'refused', message: t.errors.unavailable, fields: {}, values, current: null }
  }
  const fields = Object.fromEntries(error.issues.map(({ field, code, params }) => [field, fill(t.errors[code], params ?? {})]))
  return { status: 'refused', message: fill(t.errors[error.code], error.params), fields, values, current: error.current }
}
