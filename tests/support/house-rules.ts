import { posix } from 'node:path'
import ts from 'typescript-classic'
import { hasDirective, lineOf, nodes, type Source } from './source'

/** Exports of an actions.ts that are not `export const x = formAction(…)`: an action without sign-in, parse and refusal. */
export function unwrappedActions(sources: Source[]): string[] {
  return sources
    .filter(({ path }) => /(^|\/)actions\.tsx?$/.test(path))
    .flatMap(({ path, tree }) =>
      tree.statements.filter((statement) => isValueExport(statement) && !isWrapped(statement)).map((node) => `${path}:${lineOf(node)}`),
    )
}

function isValueExport(node: ts.Statement): boolean {
  if (ts.isExportDeclaration(node)) return !node.isTypeOnly
  if (ts.isExportAssignment(node)) return true
  if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return false
  return ts.canHaveModifiers(node) && Boolean(ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword))
}

function isWrapped(node: ts.Statement): boolean {
  return ts.isVariableStatement(node) && node.declarationList.declarations.every(({ initializer }) => isCallOf(initializer, wrappers))
}

/** `publicAction` is for what needs no sign-in: the language, signing out. */
const wrappers = ['formAction', 'publicAction']

function isCallOf(node: ts.Node | undefined, names: readonly string[]): boolean {
  return node !== undefined && ts.isCallExpression(node) && ts.isIdentifier(node.expression) && names.includes(node.expression.text)
}

/** 'use server' outside an actions.ts, at the top or inside a function, would be an action the wrapper never sees. */
export function strayServerActions(sources: Source[]): string[] {
  return sources
    .filter(({ path }) => !/(^|\/)actions\.ts$/.test(path))
    .flatMap(({ path, tree }) =>
      nodes(tree)
        .filter((node) => ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text === 'use server')
        .map((node) => `${path}:${lineOf(node)}`),
    )
}

const ambient = ['Date.now', 'Math.random', 'process.env', 'crypto.randomUUID', 'crypto.getRandomValues', 'performance.now']

/** Clock, chance and environment come to the domain as arguments. `new Date(value)` is arithmetic, `new Date()` is a clock. */
export function ambientFacts(sources: Source[]): string[] {
  return sources.flatMap(({ path, tree }) =>
    nodes(tree)
      .filter(
        (node) =>
          readsClock(node) || (ts.isPropertyAccessExpression(node) && ambient.includes(node.getText().replace(/^globalThis\./, ''))),
      )
      .map((node) => `${path}:${lineOf(node)} ${node.getText()}`),
  )
}

function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length
  return ts.isCallExpression(node) && (node.expression.getText() === 'Date' || node.expression.getText() === 'fetch')
}

const banned = /(^|\/)(lib|utils?|services?|components?|helpers?)(\.[a-z]+)*(\/|$)/

/** A shared thing is a rule, a query or a widget, or it needs a better name. */
export const vagueNames = (paths: string[]): string[] => paths.filter((path) => banned.test(path))

export function strangeFolders(paths: string[], allowed: string[]): string[] {
  const folders = new Set(paths.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))))
  return [...folders].filter((folder) => !allowed.includes(folder))
}

/** Addresses of package registries, and paths of the machine somebody worked on. */
export function machineTraces(path: string, text: string): string[] {
  const traces = /\bregistry\.[a-z0-9-]+(\.[a-z0-9-]+)+|(?<![\w./-])\/(work|root|home)\/[\w.-]+/g
  return [...text.matchAll(traces)].map((match) => `${path}: ${match[0]}`)
}

const serverOnly = /^(zod|next-auth)(\/|$)/

/** What a 'use client' file would carry into the browser, followed through its run-time imports. */
export function clientLeaks(sources: Source[]): string[] {
  const byPath = new Map(sources.map((file) => [file.path, file]))
  return sources.filter((file) => hasDirective(file, 'use client')).flatMap((file) => leaks(file, byPath, [file.path]))
}

function leaks(file: Source, byPath: Map<string, Source>, trail: string[]): string[] {
  return runtimeImports(file).flatMap((name) => {
    if (serverOnly.test(name)) return [[...trail, name].join(' → ')]
    const next = resolve(file.path, name, byPath)
    if (!next || trail.includes(next.path) || hasDirective(next, 'use server')) return []
    if (next.path.startsWith('db/')) return [[...trail, next.path].join(' → ')]
    return leaks(next, byPath, [...trail, next.path])
  })
}

function runtimeImports({ tree }: Source): string[] {
  return nodes(tree).flatMap((node) => {
    if (ts.isImportDeclaration(node))
      return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? [] : [literal(node.moduleSpecifier)]
    if (ts.isExportDeclaration(node)) return node.isTypeOnly || !node.moduleSpecifier ? [] : [literal(node.moduleSpecifier)]
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return [literal(node.arguments[0])]
    return []
  })
}

const literal = (node: ts.Node | undefined): string => (node && ts.isStringLiteral(node) ? node.text : '')

function resolve(from: string, name: string, byPath: Map<string, Source>): Source | undefined {
  if (!name.startsWith('.')) return undefined
  const path = posix.join(posix.dirname(from), name)
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => byPath.get(path + end)).find(Boolean)
}
