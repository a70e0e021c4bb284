/**
 * The look of a paper as a page: on the screen a sheet, on paper A4 with the margins of GB/T 9704-2012 and page numbers on
 * the outer side. Pages that were kept carry the style they were made with: see paperStyleHashes before changing a byte.
 */
export const paperStyle = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: "— " counter(page) " —"; font: 14pt SimSun, "Songti SC", serif; } }
@page :left { @bottom-right { content: none; } @bottom-left { content: "— " counter(page) " —"; font: 14pt SimSun, "Songti SC", serif; } }
@page draft { @top-right { content: "征求意见稿"; font: 12pt SimHei, "Heiti SC", sans-serif; } }
* { box-sizing: border-box; }
body { margin: 0; background: #eeebe4; color: #000; font: 16pt/1.8 "仿宋_GB2312", FangSong, STFangsong, "Noto Serif CJK SC", serif; }
main { max-width: 210mm; margin: 0 auto; padding: 37mm 26mm 35mm 28mm; background: #fff; overflow-wrap: anywhere; }
main.draft { page: draft; }
p { margin: 0; text-indent: 2em; text-align: justify; }
p.loose { text-align: left; }
h1, h2, h3, h4, h5, h6 { margin: 0; font-size: 1em; font-weight: normal; break-after: avoid; text-indent: 2em; }
h1, .issuer, .annex > h2 { font-family: "方正小标宋简体", "方正小标宋_GBK", STZhongsong, "Noto Serif CJK SC", SimSun, serif; text-align: center; text-indent: 0; }
h1, .annex > h2 { font-size: 1.375em; line-height: 1.35; margin: 1.6em 0 1em; white-space: pre-line; }
.first, .annex-mark, .accounts > h2 { font-family: SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; }
.second { font-family: "楷体_GB2312", KaiTi, STKaiti, "Noto Serif CJK SC", serif; }
.third, strong { font-weight: bold; }
.mark, .issuer, .head-line, .subtitle, .addressee, .signature p, .annex-mark, .unit, footer p { text-indent: 0; }
.mark { text-align: right; font: 12pt SimHei, "Heiti SC", sans-serif; }
.issuer { color: #c00000; font-size: 40pt; line-height: 1.3; }
.head-line { display: flex; justify-content: space-between; margin-top: 1.5em; padding: 0 1em 4mm; white-space: pre-wrap; }
.head-line.alone { justify-content: center; }
.red-line { border-bottom: 1.5pt solid #c00000; }
.subtitle { text-align: center; margin: -.8em 0 1em; }
.signature { margin-top: 2em; padding-right: 4em; break-inside: avoid; display: flex; justify-content: flex-end; }
.signature p { text-align: center; }
.annex-list { margin: 1em 0 0; padding-left: 2em; list-style: none; }
.annex { break-before: page; margin-top: 3em; }
.wide { overflow-x: auto; margin: .5em 0; }
table { width: 100%; border-collapse: collapse; font-size: 12pt; line-height: 1.4; }
caption { font: 14pt/1.6 SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; }
.unit { display: block; text-align: right; font: 12pt FangSong, STFangsong, serif; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .5pt solid #000; padding: 2pt 3pt; font-weight: normal; text-align: left; font-variant-numeric: tabular-nums; }
thead th { font-family: SimHei, "Heiti SC", "Noto Sans CJK SC", sans-serif; text-align: center; }
th, td { overflow-wrap: break-word; }
.whole { white-space: nowrap; }
.many table { font-size: 10.5pt; }
.most table { font-size: 9pt; }
.right { text-align: right; }
.center { text-align: center; }
a { color: #1f4f7a; }
a:focus-visible, .wide:focus-visible { outline: 2px solid #1f4f7a; outline-offset: 2px; }
sup { font-size: 9pt; line-height: 0; }
.accounts { margin-top: 3em; font-size: 12pt; }
.accounts li:target { background: #fdf1d3; }
footer p { text-align: left; }
footer { margin-top: 2em; border-top: .5pt solid #000; font: 9pt/1.5 SimSun, "Songti SC", serif; }
@media screen and (max-width: 60rem) { body { font-size: 18px; } main { padding: 8vw 6vw; } .issuer { font-size: min(40pt, 9vw); } .signature { padding-right: 1em; } .many table { min-width: 44rem; } }
@media print { body { background: none; } main { max-width: none; padding: 0; } .wide { overflow: visible; } .annex { margin-top: 0; } .screen, .mark { display: none; } a { color: inherit; text-decoration: none; } p { orphans: 2; widows: 2; } }
`
