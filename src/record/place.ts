/** Where a value stands in the document it was read from. Offsets are UTF-16 units of the original source. */
export type Place = { from: number; to: number; line: number };

/** Places by record path: `incident.id`, `actions[3].due`, `claims[0]`. A value bound twice has two places. */
export type Places = Map<string, Place[]>;
