import { z } from 'zod';
import { MonitoringError } from '../../monitoring/monitoring-error.ts';
import { HindcastError } from '../errors.ts';

/** Something that could not be asked: which query, and an error of the closed list. */
export const Problem = z.object({
  query: z.string(),
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  /** Message and remedy in parts, to be told in another language. */
  says: z.unknown(),
});
export type Problem = z.infer<typeof Problem>;

/** A monitoring system's error as one of the closed list; anything else comes back as it is. */
export function monitoringProblem(error: unknown): unknown {
  if (!(error instanceof MonitoringError)) return error;
  return new HindcastError(error.code, { address: error.address, reason: error.message });
}

/** What an error says of a query. Anything but an error on purpose goes on. */
export function problemOf(query: string, thrown: unknown): Problem {
  const error = monitoringProblem(thrown);
  if (!(error instanceof HindcastError)) throw error;
  const { code, message, remedy, says } = error;
  return { query, code, message, remedy, says };
}

/** Errors of a Prometheus after which it is asked nothing else; a database has its own. */
export const endsService = (error: unknown): boolean =>
  error instanceof MonitoringError &&
  !error.address.startsWith('postgres:') &&
  !['monitoring.query', 'monitoring.too-large'].includes(error.code);
