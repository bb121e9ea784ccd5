/** What can be wrong with a log, a proof or a signature, as a closed set; operations map it to their own errors. */
export type LedgerErrorCode =
  /** A value that canonical JSON cannot hold. */
  | 'ledger.not-json'
  /** An index or a size that is not in the tree. */
  | 'ledger.out-of-range'
  /** A stored tile that should be there is not, or is too short. */
  | 'ledger.missing-tile'
  /** A key, note, checkpoint or rotation that is not of its form. */
  | 'ledger.malformed'
  /** A note without a valid signature by a key that is trusted. */
  | 'ledger.unsigned';

/** A failure of the ledger that the caller can act on. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LedgerError';
    this.code = code;
  }
}
