import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'

const folder = join(import.meta.dirname, '../fixtures/oc4ids')
type Schema = {
  id?: string
  $ref?: string
  properties?: Record<string, Schema>
  items?: Schema
  definitions?: Record<string, Schema>
  codelist?: string
}
const read = (name: string): Schema => JSON.parse(readFileSync(join(folder, name), 'utf8'))

const packages = read('project-package-schema.json')
const projects = read('project-schema.json')
// Codelists and the keys of merging are the standard's own words, not draft-04's. Nothing is fetched: the project schema is there under its id.
const ajv = new Ajv({ strict: false, allErrors: true, schemas: [projects] })
addFormats(ajv)
const validate = ajv.compile(packages)

/** What the official package schema says against it, closed codelists included (they are enums there); empty = valid. */
export function schemaErrors(document: unknown): string[] {
  validate(document)
  return (validate.errors ?? []).map(({ instancePath, keyword, message }) => `${instancePath} ${keyword}: ${message}`)
}

const codesOf = (codelist: string): string[] =>
  readFileSync(join(folder, codelist), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '')

/** Open codelists from which every code of ours is taken all the same. */
const kept = new Set(['projectSector.csv', 'partyRole.csv', 'milestoneCode.csv', 'metricID.csv'])

const resolved = (schema: Schema): Schema => {
  if (!schema.$ref) return schema
  if (schema.$ref === projects.id) return projects
  return projects.definitions?.[schema.$ref.replace('#/definitions/', '')] ?? {}
}

/** Members the standard does not know, and codes that are not on its lists: the schema itself lets both pass. */
export function strangers(document: unknown, of: Schema = packages, path = ''): string[] {
  const schema = resolved(of)
  if (Array.isArray(document)) {
    const wrong = document.filter((code) => typeof code === 'string' && isStrange(schema.codelist, code)).map((code) => `${path}: ${code}`)
    return [...wrong, ...document.flatMap((entry) => strangers(entry, schema.items ?? {}, path))]
  }
  if (typeof document === 'string') return isStrange(schema.codelist, document) ? [`${path}: ${document}`] : []
  if (typeof document !== 'object' || document === null) return []
  return Object.entries(document).flatMap(([name, member]) => {
    const known = schema.properties?.[name]
    return known ? strangers(member, known, `${path}/${name}`) : [`${path}/${name}`]
  })
}

const isStrange = (codelist: string | undefined, code: string): boolean =>
  codelist !== undefined && kept.has(codelist) && !codesOf(codelist).includes(code)

/** What is ours by intent: the extension of package and works, and the links of a page. */
export const extensions = ['/hengdong', '/links', '/projects/hengdong']
