import type { StoreError } from '../store/store-error.ts';
import { HindcastError } from './errors.ts';

/** A failure of the database as an error of the closed list. */
export function storeFailure(error: StoreError): HindcastError {
  const { code, message: reason } = error;
  if (code === 'store.conflict') return new HindcastError('store.busy');
  if (code === 'store.disk-full') return new HindcastError('store.full');
  if (code === 'store.not-durable') return new HindcastError('store.not-durable');
  return new HindcastError('store.unavailable', { reason }, { data: { retryAfterSeconds: 1 } });
}
