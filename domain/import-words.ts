import { labels } from './messages/zh/labels'
import { type Sector, sectors } from './plan'
import { folded } from './search'

/** How ledgers name a sector besides the house's own word. */
const alsoCalled: Partial<Record<Sector, readonly string[]>> = {
  industry: ['产业', '工业项目', '制造业', '工业类'],
  water: ['水利项目', '水利类', '水利工程'],
  energy: ['能源项目', '电力'],
  information: ['信息化', '数字', '信息基础设施'],
  circulation: ['交通', '物流', '商贸', '流通项目'],
  'culture-tourism': ['旅游', '文化旅游', '文旅项目'],
  ecology: ['林业', '生态环保', '环保', '生态环境'],
  agriculture: ['农业项目', '农林'],
  rural: ['乡村振兴', '农村', '乡村'],
  'culture-welfare': ['民生', '社会民生', '社会事业', '公共服务'],
}

/** The sector a cell names; null where it is none of ours. */
export function sectorNamed(text: string): Sector | null {
  const wanted = folded(text).replace(/类$/, '')
  return sectors.find((sector) => [labels.sectors[sector], ...(alsoCalled[sector] ?? [])].some((word) => folded(word) === wanted)) ?? null
}
