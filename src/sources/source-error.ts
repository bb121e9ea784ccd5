/** A file that a source cannot read as a whole. `message` says what; `where` the place; `remedy` what to do. */
export class SourceError extends Error {
  /** Stable: `source.not-json`, `kubernetes.audit-log`. */
  readonly code: string;
  /** File, and line or pointer where known: `payload.json#12`. */
  readonly where: string;
  readonly remedy: string;

  constructor(code: string, message: string, where: string, remedy: string) {
    super(message);
    this.name = 'SourceError';
    this.code = code;
    this.where = where;
    this.remedy = remedy;
  }
}
