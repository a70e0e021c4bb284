import type { TownRow } from '../../db/queries/towns'
import type { Messages } from '../../domain/messages'
import { shares, tile, tileAt, tilesHeight, tilesWidth } from '../../domain/picture/tiles'
import { Picture } from '../_components/picture'
import { TownTable } from './town-table'
import { coverageWords, moneyWords, townHref, townName, townWords, worksWords } from './town-words'

/** A tile a town, all of one size and in the plan's order: it is no map. */
export function TownTiles({ rows, t }: { rows: readonly TownRow[]; t: Messages }) {
  const words = t.outlook
  return (
    <Picture
      name={words.townsPicture}
      file="towns"
      width={tilesWidth}
      least={880}
      height={tilesHeight(rows.length)}
      told={rows.map((row) => townWords(row, t)).join('; ')}
      linked
      legend={words.townBarHint}
      numbers={<TownTable rows={rows} t={t} />}
      t={t}
    >
      {rows.map((row, at) => (
        <Tile key={row.town ?? ''} row={row} at={at} t={t} />
      ))}
    </Picture>
  )
}

function Tile({ row, at, t }: { row: TownRow; at: number; t: Messages }) {
  const { x, y } = tileAt(at)
  const href = townHref(row)
  const face = <Face row={row} t={t} />
  return (
    <g transform={`translate(${x} ${y})`}>
      {href === null ? (
        <g>
          <title>{townWords(row, t)}</title>
          {face}
        </g>
      ) : (
        <a href={href}>
          <title>{townWords(row, t)}</title>
          {face}
        </a>
      )}
    </g>
  )
}

const inside = tile.width - 2 * tile.pad
const lit = ['red', 'yellow', 'green'] as const
const shapes = { red: '■', yellow: '▲', green: '●' } as const

function Face({ row, t }: { row: TownRow; t: Messages }) {
  const { lights, works, byStage } = row.rollup
  const bar = shares(
    lit.map((level) => lights[level]),
    works,
    inside,
  )
  return (
    <>
      <rect className="pic-tile" x="0.5" y="0.5" width={tile.width - 1} height={tile.height - 1} rx="6" />
      <text className="pic-strong" x={tile.pad} y="24" lang="zh-CN">
        {townName(row, t)}
      </text>
      <text className="pic-ink" x={tile.pad} y="44">
        {[worksWords(row, t), ...(byStage.construction > 0 ? [`${t.labels.stages.construction} ${byStage.construction}`] : [])].join(' · ')}
      </text>
      <rect className="pic-tile-track" x={tile.pad} y="53" width={inside} height="6" />
      {lit.map((level, at) => (
        <rect key={level} className={`pic-${level}`} x={tile.pad + (bar[at]?.x ?? 0)} y="53" width={bar[at]?.width ?? 0} height="6" />
      ))}
      {lit.map((level, at) => (
        <text key={level} className={`pic-${level}`} x={tile.pad + at * 42} y="76">
          {`${shapes[level]} ${lights[level]}`}
        </text>
      ))}
      <text className="pic-ink" x={tile.pad} y="96">
        {works === 0 ? '' : moneyWords(row, t)}
      </text>
      <text className="pic-soft" x={tile.pad} y="113">
        {works === 0 ? '' : coverageWords(row, t)}
      </text>
    </>
  )
}
