/** What can go wrong in the database, as a closed set; operations map it to their own errors. */
export type StoreErrorCode =
  | 'store.address'
  | 'store.unreachable'
  | 'store.unknown'
  | 'store.newer-schema'
  | 'store.changed-migration'
  | 'store.conflict'
  | 'store.repeated'
  | 'store.not-durable'
  | 'store.disk-full'
  | 'store.read-only';

/** A failure of the database that the caller can act on. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
