import ts from 'typescript-classic'
import type { Source } from './source'

/** Names of the commands in a file of db/commands: exported functions that begin with a `ctx`, however they are written. */
export function commandsIn({ tree }: Source): string[] {
  return tree.statements.filter(isExported).flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return isCommand(statement) ? [statement.name?.text ?? ''] : []
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) && isCommand(initializer)
        ? [name.getText()]
        : [],
    )
  })
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) && Boolean(ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))

const isCommand = (node: ts.SignatureDeclaration): boolean => /^Ctx\b/.test(node.parameters[0]?.type?.getText() ?? '')
