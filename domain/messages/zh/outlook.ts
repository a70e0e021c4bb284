/** Forecasts and pictures. */
export const outlook = {}
