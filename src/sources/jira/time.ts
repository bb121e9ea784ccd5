import { readEpoch } from '../epoch.ts';
import { readInstant } from '../instant.ts';

/** A time of Jira: RFC 3339 with an offset, in automations milliseconds since 1970. */
export const readTime = (value: unknown): number | undefined =>
  typeof value === 'string' ? (readInstant(value) ?? readEpoch(value)) : readEpoch(value);
