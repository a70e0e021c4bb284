import ts from 'typescript-classic'
import type { Source } from './source'

/** Names of the commands in a file of db/commands: exported functions that begin with a `ctx`, however they are written. */
export const commandsIn = (source: Source): string[] => exportedTaking(source, 'Ctx')

/** Names of the reads in a file of db/queries: exported functions that begin with the actor who reads. */
export const readsIn = (source: Source): string[] => exportedTaking(source, '(User)?Actor')

function exportedTaking({ tree }: Source, first: string): string[] {
  const begins = (node: ts.SignatureDeclaration): boolean => new RegExp(`^${first}\\b`).test(node.parameters[0]?.type?.getText() ?? '')
  return tree.statements.filter(isExported).flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return begins(statement) ? [statement.name?.text ?? ''] : []
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) && begins(initializer)
        ? [name.getText()]
        : [],
    )
  })
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) && Boolean(ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
