/** Rows of the matrix of one area: `[pattern, answers]`, answers in the order of `callers` (stranger owner other-owner bureau supervisor leader admin auditor). */
export type Row = readonly [pattern: string, expected: string]
export type Role = 'stranger' | 'owner' | 'bureau' | 'supervisor' | 'leader' | 'admin' | 'auditor'
/** `visits` = where the accessibility test goes as whom; `subjects` = SQL columns more that fill `{placeholders}`, each a scalar subquery (`@username` = the first owner). */
export type PageRows = {
  pages: readonly Row[]
  routes: readonly Row[]
  visits: Partial<Record<Role, readonly string[]>>
  subjects: Record<string, string>
}
