import type { sheetGet } from './sheet-file'

type Route = ReturnType<typeof sheetGet>

/**
 * The file of a page with several tables: the parameter of that name says which one leaves, `first` where it is left out.
 * What it does not know goes to the first, whose own parameters refuse it by its name.
 */
export function tableGet<Table extends string>(name: string, first: NoInfer<Table>, routes: Record<Table, Route>): Route {
  const known = Object.keys(routes) as Table[]
  return (request, context) => {
    const asked = new URL(request.url).searchParams.get(name)
    return routes[known.find((table) => table === asked) ?? first](request, context)
  }
}
