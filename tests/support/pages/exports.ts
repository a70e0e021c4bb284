import type { PageRows, Row } from './page-rows'

const readers = 'in 200 200 200 200 200 403 403'
/** A file is refused as a document, not sent to the sign-in. */
const files = '401 200 200 200 200 200 403 403'
const overseers = '401 403 403 200 200 200 403 403'
const everybody = '200 200 200 200 200 200 200 200'

const inBoth = (path: string, expected: string): Row[] => [
  [path, expected],
  [`${path}?format=csv`, expected],
]

export const exportsPages: PageRows = {
  pages: [
    ['/exports', readers],
    ['/exports?edit=city', readers],
  ],
  routes: [
    ...inBoth('/exports/national/file', files),
    ...inBoth('/exports/city/file', files),
    ['/exports/t999/file', '401 404 404 404 404 404 403 403'],
    ...inBoth('/projects/export', files),
    ['/projects/export?format=pdf', '401 400 400 400 400 400 400 400'],
    ...inBoth('/funds/export', files),
    ...inBoth('/conditions/export', files),
    ...inBoth('/chains/export', files),
    ...inBoth('/sectors/export', files),
    ...inBoth('/annual/export', overseers),
    ...inBoth('/months/export', overseers),
    ['/months/2019-01/export', '401 403 403 404 404 404 403 403'],
    ...inBoth('/registers/export', overseers),
    ...inBoth('/registers/bids/export', overseers),
    ...inBoth('/registers/leads/export', overseers),
    ...inBoth('/candidates/export', overseers),
    ...inBoth('/plan/indicators/export', everybody),
    ...inBoth('/plan/register/export', everybody),
  ],
  visits: { owner: ['/exports'], bureau: ['/exports', '/exports?edit=national'], leader: ['/exports'] },
  subjects: {},
}
