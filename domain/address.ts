import type { z } from 'zod'

export type Address = Record<string, string | string[] | undefined>
type Read<Shape extends z.ZodRawShape> = { params: Partial<z.output<z.ZodObject<Shape>>>; wrong: string[] }

/** What a page's address asks for: the parameters that can be read, and the names of those that cannot. An empty field of a form is no parameter. */
export function readAddress<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, address: Address): Read<Shape> {
  const given = Object.entries(address).filter(([, value]) => value !== undefined && value !== '')
  const one = schema.partial()
  const read = given.map(([name, value]) => [name, Object.hasOwn(schema.shape, name) ? one.safeParse({ [name]: value }) : null] as const)
  const params = Object.assign({}, ...read.map(([, parsed]) => parsed?.data ?? {}))
  return { params, wrong: read.filter(([, parsed]) => !parsed?.success).map(([name]) => name) }
}

/** `?show=all&page=2`; what is null, empty or undefined is left out. */
export function addressQuery(values: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text && `?${text}`
}
