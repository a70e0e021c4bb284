import { cursorText } from '../../domain/list-params'
import type { Case } from './measure'

const listBound = 2.5

/** Pages against the barest page of the house, JSON against its smallest list. */
export function casesOf(projects: number, code: string): Case[] {
  const at = Math.floor(projects * 0.8)
  const deep = `P${String(at).padStart(4, '0')}`
  const cursor = cursorText({ sort: 'code', value: deep, code: deep, back: false, at: at + 1 })
  const page = (name: string, path: string, bound?: number): Case => ({ name, path, base: 'bare page', bound })
  const json = (name: string, path: string): Case => ({ name, path, base: 'bare JSON' })
  return [
    { name: 'bare page', path: '/about' },
    page('list', '/projects', listBound),
    page('list, filtered', '/projects?stage=construction&light=red', listBound),
    page('list, searched', `/projects?q=${encodeURIComponent('灌区续建')}`, listBound),
    page('list, deep page', `/projects?cursor=${cursor}`, listBound),
    page('project', `/projects/${code}`),
    page('reviews', '/reviews'),
    page('chains', '/chains'),
    { name: 'bare JSON', path: '/api/v1/projects?limit=1' },
    json('JSON list', '/api/v1/projects?limit=50'),
    json('JSON chains', '/api/v1/chains'),
  ]
}
