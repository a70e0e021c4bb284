import { isNotNull, or, type SQL } from 'drizzle-orm'
import { visitFigures } from '../schema'

/** Seen figures beside which something was reported or approved: where nothing was, there is nothing to agree with or to correct. */
export const toldFigures = or(
  isNotNull(visitFigures.reportedNumber),
  isNotNull(visitFigures.reportedText),
  isNotNull(visitFigures.approvedNumber),
  isNotNull(visitFigures.approvedText),
) as SQL
