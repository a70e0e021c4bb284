import { createHash } from 'node:crypto'
import {
  type Annex,
  addressLine,
  annexMark,
  hasUnbroken,
  type NumberedBlock,
  type NumberedHeading,
  numbered,
  type Paper,
  type Paragraph,
  paperDate,
  paperNumber,
  paperWords,
} from '../../domain/official-document'
import { paperStyle } from './html-style'
import { tableHtml } from './html-table'
import { escaped, htmlText } from './markup'
import { accountList, accountSign, type References, referencesOf } from './references'

export const paperStyleHash = `sha256-${createHash('sha256').update(paperStyle).digest('base64')}`

/** A paper as one static page without script or any other file: it can be kept, opened and printed for good. */
export function htmlPage(paper: Paper): string {
  const references = referencesOf(paper)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(paper.title.replace(/\s*\n\s*/g, ''))}</title>
<style>${paperStyle}</style>
</head>
<body>
<main${paper.draft ? ' class="draft"' : ''}>
${headHtml(paper)}
<h1>${escaped(paper.title)}</h1>
${paper.draft ? `<p class="subtitle">（${paperWords.draft}）</p>\n` : ''}${paper.addressee === null ? '' : `<p class="addressee">${htmlText(addressLine(paper.addressee))}</p>\n`}${blocksHtml(paper.blocks, references, paper.title, 2)}
${closingHtml(paper)}
${paper.annexes.map((annex, index) => annexHtml(annex, index, paper, references)).join('\n')}
${accountList(references)}
${paper.foot === null ? '' : `<footer><p>${htmlText(paper.foot)}</p></footer>`}
</main>
</body>
</html>
`
}

function headHtml(paper: Paper): string {
  const signer = paper.signer === null ? '' : `<span>${paperWords.signer}${htmlText(paper.signer)}</span>`
  return [
    '<header>',
    paper.draft ? `<p class="mark">${paperWords.draft}</p>` : '',
    paper.redHead ? `<p class="issuer">${htmlText(paper.issuer)}</p>` : '',
    `<p class="head-line${signer === '' ? ' alone' : ''}${paper.redHead ? ' red-line' : ''}"><span>${htmlText(paperNumber(paper))}</span>${signer}</p>`,
    '</header>',
  ].join('')
}

const classes = ['first', 'second', 'third', 'fourth']

/** `top` is the rank of a heading of the first level: 2 under the title, 3 under the title of an annex. */
function blocksHtml(blocks: Paper['blocks'], references: References, under: string, top: number): string {
  return numbered(blocks)
    .map((block) => blockHtml(block, references, under, top))
    .join('\n')
}

function blockHtml(block: NumberedBlock, references: References, under: string, top: number): string {
  if (block.kind === 'heading') return headingHtml(block, top)
  return block.kind === 'paragraph' ? paragraphHtml(block, references) : tableHtml(block, references, under)
}

function headingHtml({ level, number, text }: NumberedHeading, top: number): string {
  const tag = `h${level - 1 + top}`
  return `<${tag} class="${classes[level - 1]}">${number}${htmlText(text)}</${tag}>`
}

function paragraphHtml({ runs, account }: Paragraph, references: References): string {
  const text = runs.map((run) => (run.bold ? `<strong>${htmlText(run.text)}</strong>` : htmlText(run.text))).join('')
  return `<p${hasUnbroken(runs) ? ' class="loose"' : ''}>${text}${accountSign(account, references)}</p>`
}

function closingHtml({ annexes, issuer, day }: Paper): string {
  const lines = annexes.map(
    (annex, index) => `<li><a href="#annex-${index + 1}">${annexMark(index, annexes.length)}：${htmlText(annex.title)}</a></li>`,
  )
  const list = lines.length === 0 ? '' : `<ul class="annex-list">${lines.join('')}</ul>`
  return `${list}<div class="signature"><div><p>${htmlText(issuer)}</p><p><time datetime="${day}">${paperDate(day)}</time></p></div></div>`
}

function annexHtml({ title, blocks }: Annex, index: number, { annexes }: Paper, references: References): string {
  const id = `annex-${index + 1}`
  const mark = annexMark(index, annexes.length)
  return `<section class="annex" id="${id}" aria-labelledby="${id}-title"><p class="annex-mark">${mark}</p><h2 id="${id}-title">${escaped(title)}</h2>
${blocksHtml(blocks, references, title, 3)}</section>`
}
