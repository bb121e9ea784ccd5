import { StoreError } from '../../store/store-error.ts';
import { HindcastError } from '../errors.ts';

/** Runs a save that writes an address. @throws HindcastError `people.email-taken` when the index of addresses refuses it */
export async function withFreeEmail<Output>(email: string, work: () => Promise<Output>): Promise<Output> {
  try {
    return await work();
  } catch (error) {
    const { constraint } = (error instanceof StoreError ? (error.cause ?? {}) : {}) as { constraint?: unknown };
    throw constraint === 'person_email' ? new HindcastError('people.email-taken', { email }) : error;
  }
}
