import { HindcastError, reasonOf } from '../operations/errors.ts';
import { ServerProblem } from './client/server-problem.ts';
import type { Io } from './io.ts';
import { safe } from './text/safe.ts';

/** Any thrown thing as an error of the closed list. */
function toHindcastError(error: unknown): HindcastError {
  if (error instanceof HindcastError) return error;
  return new HindcastError('internal', { reason: reasonOf(error) });
}

/** Says on standard error what happened and what to do; as JSON when the caller reads JSON. */
export function printFailure(error: unknown, json: boolean, io: Pick<Io, 'err' | 'errStyle'>): void {
  const { code, message, remedy, data } = error instanceof ServerProblem ? error : toHindcastError(error);
  if (json) {
    io.err(`${JSON.stringify({ error: { code, message, remedy, ...(data === undefined ? {} : { data }) } })}\n`);
  } else {
    const label = io.errStyle('error', `error[${code}]`);
    io.err(`${label}  ${safe(message)}\n  ${io.errStyle('strong', 'help:')} ${safe(remedy)}\n`);
  }
  if (process.env['HINDCAST_DEBUG'] !== undefined && error instanceof Error) io.err(`${error.stack ?? ''}\n`);
}
