/** What a drawing takes from the page's style sheets; a file has none. */
const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'paint-order',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
] as const
const head = 56
const margin = 16

/** Keeps a drawing as a file: SVG, or PNG at twice its size. Nothing is asked of the server. */
export async function keepPicture(drawn: SVGSVGElement, { name, file }: { name: string; file: string }, kind: 'svg' | 'png') {
  const { text, width, height } = standalone(drawn, name)
  const blob = new Blob([text], { type: 'image/svg+xml' })
  if (kind === 'svg') return save(blob, `${file}.svg`)
  const png = await painted(blob, width * 2, height * 2)
  if (png) save(png, `${file}.png`)
}

/** The drawing with its colours written into it, its name above, and the mark of a demonstration where the page bears one. */
function standalone(drawn: SVGSVGElement, name: string) {
  const inner = drawn.viewBox.baseVal
  const [width, height] = [inner.width + 2 * margin, inner.height + head + margin]
  const copy = drawn.cloneNode(true) as SVGSVGElement
  const originals = [drawn, ...drawn.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  for (const [at, element] of copies.entries()) {
    const from = originals[at]
    if (!from) continue
    const style = getComputedStyle(from)
    element.setAttribute('style', looks.map((look) => `${look}:${style.getPropertyValue(look)}`).join(';'))
    element.removeAttribute('class')
    element.removeAttribute('href')
  }
  const sheet = getComputedStyle(document.documentElement)
  const mark = document.querySelector('.demo-mark')?.textContent ?? ''
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('viewBox', `${-margin} ${-head} ${width} ${height}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  copy.prepend(
    rectangle(width, height, sheet.getPropertyValue('--sheet')),
    line(name, -30, 16, sheet.getPropertyValue('--ink')),
    line(mark, -10, 12, sheet.getPropertyValue('--soft')),
  )
  return { text: new XMLSerializer().serializeToString(copy), width, height }
}

const element = (name: string, attributes: Record<string, string | number>, text = '') => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.textContent = text
  return made
}
const rectangle = (width: number, height: number, fill: string) => element('rect', { x: -margin, y: -head, width, height, fill })
const line = (text: string, y: number, size: number, fill: string) =>
  element('text', { x: 0, y, fill, 'font-size': size, 'font-family': getComputedStyle(document.body).fontFamily }, text)

async function painted(svg: Blob, width: number, height: number): Promise<Blob | null> {
  const address = URL.createObjectURL(svg)
  const image = new Image(width, height)
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  URL.revokeObjectURL(address)
  return new Promise((give) => canvas.toBlob(give, 'image/png'))
}

function save(blob: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
