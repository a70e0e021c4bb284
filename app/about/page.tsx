import type { Metadata } from 'next'
import { fill } from '../../domain/messages'
import { version } from '../../package.json'
import { words } from '../_lib/locale'
import { requireViewer } from '../_lib/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).account.about }
}

/** One line: which library this is, in which version. What it costs is what every page costs at least (`npm run bench`). */
export default async function AboutPage() {
  await requireViewer()
  const { common, account } = await words()
  return (
    <div className="page">
      <h1>{fill(account.aboutLine, { product: common.productLong, version })}</h1>
    </div>
  )
}
