import { HindcastError } from '../../operations/errors.ts';
import { EvidenceError } from '../../store/evidence/index.ts';
import { PostgresError } from '../../store/postgres/index.ts';
import { StoreError } from '../../store/store-error.ts';

const databaseAdvice =
  'Check DATABASE_URL, that this server runs, and that this machine may reach it. `hindcast doctor` says more.';

/** What a connection to a database can fail with before any statement ran: of the socket, the name service, the sign-in. */
const unreachable = /^(?:E[A-Z]+|28\w{3}|3D000|57P0\d|53300)$/;

/** An error of what the server stands on as one of the closed list; anything else comes back as it is. */
export function startFailure(error: unknown): unknown {
  if (error instanceof PostgresError || error instanceof EvidenceError)
    return new HindcastError('server.not-started', { reason: error.message, advice: error.remedy });
  if (error instanceof StoreError) {
    const advice = error.code === 'store.unreachable' ? databaseAdvice : '`hindcast doctor` says more.';
    // Which host said what is for the log of a start, and not for clients.
    const hosts = error.cause instanceof Error ? ` (${error.cause.message})` : '';
    return new HindcastError('server.not-started', { reason: `${error.message}${hosts}`, advice });
  }
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string' || !unreachable.test(code)) return error;
  const reason = `the database cannot be reached: ${typeof message === 'string' && message !== '' ? message : code}`;
  return new HindcastError('server.not-started', { reason, advice: databaseAdvice });
}
