import type { Paper } from '../../domain/official-document'
import { htmlPage } from './html'
import { wordBytes } from './word'

/** A paper as it is kept: Word file and page. */
export const drawn = async (paper: Paper) => ({ word: await wordBytes(paper), page: htmlPage(paper) })
