/** What can stop the embedded Postgres, as a closed set; operations map it to their own errors. */
export type PostgresErrorCode =
  | 'postgres.unsupported'
  | 'postgres.not-installed'
  | 'postgres.folder-closed'
  | 'postgres.folder-unwritable'
  | 'postgres.folder-owner'
  | 'postgres.folder-foreign'
  | 'postgres.other-version'
  | 'postgres.in-use'
  | 'postgres.disk-full'
  | 'postgres.init-failed'
  | 'postgres.start-failed'
  | 'postgres.start-slow'
  | 'postgres.stop-failed';

/** A failure of the launcher: what happened and where in `message`, what to do in `remedy`. */
export class PostgresError extends Error {
  readonly code: PostgresErrorCode;
  readonly remedy: string;

  constructor(code: PostgresErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PostgresError';
    this.code = code;
    this.remedy = remedy;
  }
}
