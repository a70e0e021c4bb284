/** Lists applied for, policy bids, leaders and leads. */
export const registers = {}
