/** Typefaces of an official document. A machine without one takes the alternates of the font table, then any Chinese face. */
export const faces = { title: '方正小标宋简体', body: '仿宋_GB2312', kai: '楷体_GB2312', hei: '黑体', song: '宋体' } as const

export type Face = (typeof faces)[keyof typeof faces]

const alternates: Record<Face, string> = {
  方正小标宋简体: '方正小标宋_GBK,华文中宋,宋体',
  仿宋_GB2312: '仿宋,FangSong,华文仿宋',
  楷体_GB2312: '楷体,KaiTi,华文楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
}

/** `hint` gives quotation marks, dashes and dots to the Chinese face, not to a Latin one. */
export const fontOf = (face: Face) => ({ ascii: face, hAnsi: face, eastAsia: face, cs: face, hint: 'eastAsia' })

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export function fontTableXml(): string {
  const fonts = Object.entries(alternates).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`
}
