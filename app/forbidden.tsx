import { NoPage } from './_components/no-page'
import { words } from './_lib/locale'

export default async function Forbidden() {
  const { common } = await words()
  return <NoPage title={common.forbiddenTitle} text={common.forbiddenText} home={common.toHome} />
}
