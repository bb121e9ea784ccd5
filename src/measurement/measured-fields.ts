/** The fields of an entry that measuring fills, by the list it is in. What else an entry has is a person's alone. */
export const measuredFields = {
  metrics: ['before', 'during', 'after'],
  serviceLevels: ['value', 'p95', 'p99'],
  systems: ['downtime'],
  invariants: ['status'],
  invariantGaps: ['actual'],
  circuitBreaker: ['earlier'],
} as const;

export type MeasuredKey = keyof typeof measuredFields;
export type Fields = { [name: string]: unknown };

/** Fields whose text says which they are. */
const selfTold: ReadonlySet<string> = new Set(['invariants', 'invariantGaps', 'circuitBreaker', 'systems']);

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'at' in value ? String(value.at) : String(value);

/** What was measured in one line, to be compared with what an entry says: `before 0 %, during 60 %, after 0 %`. */
export function measuredText(key: MeasuredKey, entry: Fields): string {
  const stated = measuredFields[key].filter((field) => entry[field] !== undefined);
  return stated.map((field) => (selfTold.has(key) ? '' : `${field} `) + textOf(entry[field])).join(', ');
}
