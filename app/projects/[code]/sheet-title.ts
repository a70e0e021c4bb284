import type { ProjectHead } from '../../../db/queries/project'

/** `P0001 名称 月度填报`: the title of a file of one work. */
export const sheetTitle = ({ work }: ProjectHead, of: string): string => `${work.code} ${work.name} ${of}`
