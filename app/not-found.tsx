import { NoPage } from './_components/no-page'
import { words } from './_lib/locale'

export default async function NotFound() {
  const { common } = await words()
  return <NoPage title={common.notFoundTitle} text={common.notFoundText} home={common.toHome} />
}
