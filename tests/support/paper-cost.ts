import { wordBytes } from '../../app/_paper/word'
import { findingsTable, samplePaper, worksTable } from './paper'

/** Run in a process of its own: what the largest bulletin costs in time and memory. */
const annexes = [
  { title: '督查发现问题清单', blocks: [findingsTable(120)] },
  { title: '重大项目进度表', blocks: [worksTable(200)] },
]
const start = performance.now()
const bytes = await wordBytes(samplePaper({ annexes }))
const ms = Math.round(performance.now() - start)
const rssMB = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(`word rows=320 ms=${ms} rssMB=${rssMB} bytes=${bytes.length}`)
