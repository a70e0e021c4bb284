/** Funds by source, statistics, 入库纳统. */
export const funds = {}
