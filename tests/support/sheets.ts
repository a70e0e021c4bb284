import { type ListSheet, listFile, type SheetFormat } from '../../app/_lib/sheet-file'
import { messagesFor } from '../../domain/messages'
import { testDay } from './house'

type Given<Row> = Pick<ListSheet<Row>, 'columns' | 'rows'> & Partial<ListSheet<Row>>

/** A list as a file, in Chinese unless told otherwise. */
export const fileOf = <Row>(list: Given<Row>, format: SheetFormat = 'xlsx'): Response =>
  listFile({ title: '台账', day: testDay, ...list }, format, messagesFor('zh-CN'))

export const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer())
