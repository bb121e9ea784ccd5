import pg from 'pg';
import { StoreError } from '../store-error.ts';

/**
 * What a failed statement has left behind. `undone`: nothing, and another try may succeed. `unknown`: it may have been done, the
 * answer was lost. `final`: nothing, and another try would fail the same way.
 */
export type Outcome = 'undone' | 'unknown' | 'final';

/**
 * Starting or stopping (57P03), too many connections, a server that only reads, two that waited for each other; see
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const undone = new Set(['57P03', '53300', '25006', '40001', '40P01']);
/** Ended by the server's shutdown or crash, perhaps after its commit. */
const unknown = new Set(['57P01', '57P02', '57P05', '08000', '08003', '08006', '08007']);

/** Judges the error of a statement, or of the connection made for it (`sent` is then false). */
export function outcomeOf(error: unknown, sent: boolean): Outcome {
  if (error instanceof pg.DatabaseError) {
    const { code = '' } = error;
    if (undone.has(code)) return 'undone';
    if (unknown.has(code)) return sent ? 'unknown' : 'undone';
    return 'final';
  }
  if (error instanceof StoreError) {
    if (error.code === 'store.not-durable') return 'unknown';
    return error.code === 'store.read-only' || error.code === 'store.unreachable' ? 'undone' : 'final';
  }
  if (!sent) return 'undone';
  return isConnectionError(error) ? 'unknown' : 'final';
}

/** A socket's error (with the call that failed), or what `pg` says of a connection that has ended or does not answer. */
function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    'syscall' in error ||
    'errno' in error ||
    /^(?:Connection terminated|Query read timeout|Client )/.test(error.message)
  );
}

/** Whether the error says that this server is no longer the one to ask, and not merely that the statement failed. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return error instanceof StoreError || isConnectionError(error);
  const { code = '' } = error;
  return code === '57P03' || code === '25006' || unknown.has(code);
}
