/** What can be wrong with a backup or the database it should go to. */
export type BackupErrorCode = 'backup.invalid' | 'backup.not-empty';

/** A backup that cannot be restored; nothing was changed. */
export class BackupError extends Error {
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
    this.code = code;
  }
}
