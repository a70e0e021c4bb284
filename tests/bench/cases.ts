import { type Day, yearOf } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { cursorText } from '../../domain/list-params'
import type { Case } from './measure'

const listBound = 2.5
const pageBound = 3

/** Pages against the barest page of the house, JSON against its smallest list. */
export function casesOf(projects: number, code: string, today: Day): Case[] {
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
    page('month matrix', `/months?year=${yearOf(dueMonth(today))}`, pageBound),
    page('month matrix, gaps', `/months?year=${yearOf(dueMonth(today))}&show=gaps`, pageBound),
    { ...page('leader’s screen', '/', pageBound), as: 'leader' },
    page('annual plan', `/annual?year=${yearOf(today)}`, pageBound),
    page('funds', '/funds', pageBound),
    { name: 'bare JSON', path: '/api/v1/projects?limit=1' },
    json('JSON list', '/api/v1/projects?limit=50'),
    json('JSON chains', '/api/v1/chains'),
  ]
}
