import { EvidenceError } from './evidence-error.ts';

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Says what a file operation's error means for evidence; an `EvidenceError` goes through as it is. */
export function diskError(error: unknown, place: string): EvidenceError {
  if (error instanceof EvidenceError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined && full.has(code)) return new EvidenceError('evidence.no-space', { place }, error);
  return new EvidenceError(
    'evidence.unavailable',
    {
      place,
      reason: message,
      advice: 'Check that the folder is there, its disk is healthy and its permissions let Hindcast write.',
    },
    error,
  );
}

/** Whether a file operation failed because there is no such file. */
export const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
