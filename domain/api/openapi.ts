import { z } from 'zod'
import { listParams } from '../list-params'
import { projectCode } from '../project'
import { ocFileShape, ocPageParams, ocPageShape } from './oc4ids'
import { noParameters } from './parameters'
import { planShape } from './plan'
import { problemShape } from './problem'
import { projectListShape, projectShape } from './projects'
import { chainsShape, sectorsShape } from './rollups'

/** What `/api/v1` answers: one entry a path; the document is made from these and from the schemas, never by hand. */
type Operation = {
  path: string
  id: string
  summary: string
  open: boolean
  /** Answers 404 until the bureau switches it on. */
  switched?: boolean
  query: z.ZodObject
  inPath?: z.ZodObject
  answer: { name: string; schema: z.ZodType }
}

export const operations: readonly Operation[] = [
  {
    path: '/api/v1/plan',
    id: 'plan',
    summary: 'The plan: boxes, chains, indicators, register of contradictions; public',
    open: true,
    query: noParameters,
    answer: { name: 'Plan', schema: planShape },
  },
  {
    path: '/api/v1/projects',
    id: 'projects',
    summary: 'The works one may see, filtered, a page at a time',
    open: false,
    query: listParams,
    answer: { name: 'ProjectList', schema: projectListShape },
  },
  {
    path: '/api/v1/projects/{code}',
    id: 'project',
    summary: 'One work; 404 for another unit’s',
    open: false,
    query: noParameters,
    inPath: z.strictObject({ code: projectCode }),
    answer: { name: 'Project', schema: projectShape },
  },
  {
    path: '/api/v1/chains',
    id: 'chains',
    summary: 'The nine chains towards their 2025 targets',
    open: false,
    query: noParameters,
    answer: { name: 'Chains', schema: chainsShape },
  },
  {
    path: '/api/v1/sectors',
    id: 'sectors',
    summary: 'Works added up by sector',
    open: false,
    query: noParameters,
    answer: { name: 'Sectors', schema: sectorsShape },
  },
  {
    path: '/api/v1/oc4ids',
    id: 'oc4ids',
    summary: 'Works made public, as OC4IDS 0.9.5, a page at a time; 404 while switched off and where no work is public',
    open: true,
    switched: true,
    query: ocPageParams,
    answer: { name: 'Oc4idsPackage', schema: ocPageShape },
  },
  {
    path: '/api/v1/oc4ids/file',
    id: 'oc4idsFile',
    summary: 'The same as one file',
    open: true,
    switched: true,
    query: noParameters,
    answer: { name: 'Oc4idsFile', schema: ocFileShape },
  },
]

/** OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: { title: '衡东县“十四五”规划重大项目库', version: '1' },
    security: [{ session: [] }, { token: [] }],
    paths: Object.fromEntries(operations.map((operation) => [operation.path, { get: described(operation) }])),
    components: { schemas: schemas(), securitySchemes },
  }
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
  token: { type: 'http', scheme: 'bearer', description: 'a personal token, read only' },
}

function described({ id, summary, open, switched, query, inPath, answer }: Operation) {
  const refusals = open ? (switched ? [400, 404] : [400]) : [400, 401, 403, 404]
  return {
    operationId: id,
    summary,
    ...(open ? { security: [] } : {}),
    parameters: [...(inPath ? parametersOf(inPath, 'path') : []), ...parametersOf(query, 'query')],
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: reference(answer.name) } } },
      ...Object.fromEntries(refusals.map((status) => [status, refusal])),
    },
  }
}

const refusal = { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

function parametersOf(shape: z.ZodObject, place: 'path' | 'query') {
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

function schemas() {
  const named = [...operations.map(({ answer }) => answer), { name: 'Problem', schema: problemShape }]
  return Object.fromEntries(named.map(({ name, schema }) => [name, jsonSchema(schema)]))
}

function jsonSchema(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output' })
  return rest
}
