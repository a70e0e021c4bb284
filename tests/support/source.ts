import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript-classic'

export const repo = join(import.meta.dirname, '../..')

/** A source file read once: its path from the root, its text and its syntax tree. */
export type Source = { path: string; text: string; tree: ts.SourceFile }

export function source(path: string, text: string): Source {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) }
}

export function sourcesUnder(folder: string): Source[] {
  return pathsUnder(folder)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => source(path, readFileSync(join(repo, path), 'utf8')))
}

function pathsUnder(folder: string): string[] {
  try {
    return readdirSync(join(repo, folder), { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? pathsUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
      .sort()
  } catch {
    return []
  }
}

/** Every node of the tree, parents before children. */
export function nodes(tree: ts.Node): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node) => {
    found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

export function lineOf(node: ts.Node): number {
  const file = node.getSourceFile()
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
}

/** A directive such as 'use client' stands before everything else. */
export function hasDirective({ tree }: Source, directive: string): boolean {
  for (const statement of tree.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) return false
    if (statement.expression.text === directive) return true
  }
  return false
}

export const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
