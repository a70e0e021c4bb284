import { boxes } from './boxes'
import { candidates } from './candidates'
import { chains } from './chains'
import { chapterTen } from './chapter-ten'
import { indicators } from './indicators'
import { indicators13 } from './indicators13'
import { places } from './places'
import { planProjects } from './projects'
import { register } from './register'
import { targets } from './targets'

/** The plan text these data quote: its SHA-256 and the number of its lines. */
export const planSha256 = '533403cd4f15eb9657bc377adb28892f1be7a33d18c1c51ac527743feb781edf'
export const planLines = 1484

/** Everything the library takes from the plan, each statement with its clause. */
export const plan = {
  period: { id: '14', name: '“十四五”规划', from: '2021-01-01', to: '2025-12-31' },
  boxes,
  projects: planProjects,
  chains,
  targets,
  indicators,
  indicators13,
  chapterTen,
  places,
  register,
  candidates,
}
