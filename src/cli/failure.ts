import { HindcastError, reasonOf } from '../operations/errors.ts';
import { ServerProblem } from './client/server-problem.ts';
import type { Io } from './io.ts';
import { safe } from './text/safe.ts';

/** Any thrown thing as an error of the closed list. */
function toHindcastError(error: unknown): HindcastError {
  if (error instanceof HindcastError) return error;
  return new HindcastError('internal', { reason: reasonOf(error) });
}

type Blocker = { sentence: string; remedy: string };

/** What blocks a step, each with its remedy: a problem of a server may bring such a list. */
function blockersOf(data: unknown): Blocker[] {
  const { blockers } = (data ?? {}) as { blockers?: unknown };
  return Array.isArray(blockers) ? (blockers as Blocker[]) : [];
}

/** Says on standard error what happened and what to do; as JSON when the caller reads JSON. */
export function printFailure(error: unknown, json: boolean, io: Pick<Io, 'err' | 'errStyle'>): void {
  const { code, message, remedy, data } = error instanceof ServerProblem ? error : toHindcastError(error);
  if (json) {
    io.err(`${JSON.stringify({ error: { code, message, remedy, ...(data === undefined ? {} : { data }) } })}\n`);
  } else {
    const label = io.errStyle('error', `error[${code}]`);
    io.err(`${label}  ${safe(message)}\n  ${io.errStyle('strong', 'help:')} ${safe(remedy)}\n`);
    for (const { sentence, remedy: how } of blockersOf(data))
      io.err(`  ${io.errStyle('warning', 'blocks')}  ${safe(sentence)}\n          ${safe(how)}\n`);
  }
  if (process.env['HINDCAST_DEBUG'] !== undefined && error instanceof Error) io.err(`${error.stack ?? ''}\n`);
}
