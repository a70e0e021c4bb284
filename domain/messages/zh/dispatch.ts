/** The monthly dispatch (调度通报). */
export const dispatch = {}
