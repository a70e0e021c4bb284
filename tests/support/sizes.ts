import ts from 'typescript-classic'
import { lineOf, nodes, type Source } from './source'

/** Data and texts grow with the plan and the interface, not with complexity. */
const exempt = (path: string): boolean => /^db\/plan\//.test(path) || /(^|\/)messages\//.test(path)

export const sized = (sources: Source[]): Source[] => sources.filter(({ path }) => !exempt(path))

/** As `wc -l` counts. */
export const lines = ({ text }: Source): number => text.split('\n').length - 1

export function tooLongFiles(sources: Source[], most: number): string[] {
  return sized(sources)
    .filter((file) => lines(file) > most)
    .map((file) => `${file.path}: ${lines(file)} lines`)
}

export type FunctionSize = { where: string; lines: number; named: boolean; component: boolean }

export function functionSizes(file: Source): FunctionSize[] {
  return nodes(file.tree).flatMap((node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return []
    const name = functionName(node)
    return [
      { where: `${file.path}:${lineOf(node)} ${name ?? '(unnamed)'}`, lines: span(node), named: name !== null, component: hasJsx(node) },
    ]
  })
}

export function tooLongFunctions(sources: Source[], most: { code: number; component: number }): string[] {
  return sized(sources)
    .flatMap(functionSizes)
    .filter((size) => size.lines > (size.component ? most.component : most.code))
    .map((size) => `${size.where}: ${size.lines} lines`)
}

function functionName(node: ts.SignatureDeclaration): string | null {
  if (node.name) return node.name.getText()
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  const { parent } = node
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : null
}

function span(node: ts.Node): number {
  const file = node.getSourceFile()
  return file.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - lineOf(node)
}

const hasJsx = (node: ts.Node): boolean =>
  nodes(node).some((child) => ts.isJsxElement(child) || ts.isJsxSelfClosingElement(child) || ts.isJsxFragment(child))
