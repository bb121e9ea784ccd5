import { SourceError } from '../sources/source-error.ts';
import { HindcastError } from './errors.ts';

/** A source's own error as one of the closed list; anything else comes back as it is. */
export function evidenceError(error: unknown): unknown {
  if (!(error instanceof SourceError)) return error;
  const reason = error.message.charAt(0).toLowerCase() + error.message.slice(1);
  return new HindcastError('evidence.unreadable', { file: error.where, reason, advice: error.remedy });
}
