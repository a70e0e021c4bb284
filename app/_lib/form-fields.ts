type Branch = { [name: string]: Value }
type Value = string | Branch | Value[]

const deepest = 4
const safeName = /^[A-Za-z][\w-]*$/

/**
 * A posted form as plain data for a schema: `approvals.0.name` nests, `ids[]` gathers every value, otherwise the last one counts.
 * Files travel by their own route and are left out, as are React's own fields and names that are no field of ours.
 */
export function formFields(form: FormData): Record<string, unknown> {
  const tree: Branch = Object.create(null)
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    if (name.endsWith('[]')) gather(tree, name.slice(0, -2), value)
    else put(tree, name.split('.'), value)
  }
  return withArrays(tree) as Record<string, unknown>
}

function gather(tree: Branch, name: string, value: string): void {
  const before = tree[name]
  if (safeName.test(name)) tree[name] = Array.isArray(before) ? [...before, value] : [value]
}

function put(tree: Branch, path: string[], value: string): void {
  const [first = '', ...rest] = path
  if (path.length > deepest || !(safeName.test(first) || /^\d{1,4}$/.test(first))) return
  if (rest.length === 0) {
    tree[first] = value
    return
  }
  const below = tree[first]
  const branch: Branch = below && typeof below === 'object' && !Array.isArray(below) ? below : Object.create(null)
  tree[first] = branch
  put(branch, rest, value)
}

/** Branches whose names are all numbers are lists, in their order. */
function withArrays(value: Value): unknown {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(withArrays)
  const names = Object.keys(value)
  const numbered = names.length > 0 && names.every((name) => /^\d+$/.test(name))
  if (numbered) return names.sort((a, b) => Number(a) - Number(b)).map((name) => withArrays(value[name] as Value))
  return Object.fromEntries(names.map((name) => [name, withArrays(value[name] as Value)]))
}

/** Typed texts to show again; never a password. */
export function typedValues(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.filter(([name]) => !/^\$|^key$|password/i.test(name)))
}
