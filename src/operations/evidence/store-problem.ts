import { EvidenceError, type EvidenceErrorCode } from '../../store/evidence/index.ts';
import { type ErrorCode, HindcastError } from '../errors.ts';

/** What a client is told of each error of the store. Places and the store's own words stay in the log. */
const codes: Record<EvidenceErrorCode, ErrorCode> = {
  'evidence.too-large': 'evidence.too-large',
  'evidence.interrupted': 'evidence.interrupted',
  'evidence.bad-name': 'evidence.lost',
  'evidence.bad-range': 'evidence.bad-range',
  'evidence.not-found': 'evidence.lost',
  'evidence.corrupt': 'evidence.corrupt',
  'evidence.no-space': 'evidence.no-space',
  'evidence.refused': 'evidence.unavailable',
  'evidence.unavailable': 'evidence.unavailable',
  'evidence.setting': 'evidence.unavailable',
};

/** What happens without anything being wrong with the store; of all others those who run it have to hear. */
const everyday = new Set<EvidenceErrorCode>(['evidence.too-large', 'evidence.interrupted', 'evidence.bad-range']);

/** An error of the evidence store as one of the closed list, with its cause for the log; anything else comes back as it is. */
export function storeProblem(error: unknown): unknown {
  if (!(error instanceof EvidenceError)) return error;
  // What stopped the upload on its way to the store was ours.
  if (error.cause instanceof HindcastError) return error.cause;
  const { object = '', bytes = '', limit = '' } = error.details;
  return new HindcastError(
    codes[error.code],
    { object, bytes, limit },
    everyday.has(error.code) ? {} : { cause: error },
  );
}

/** Waits for a call of the evidence store. @throws HindcastError for what the store throws */
export async function fromStore<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw storeProblem(error);
  }
}
