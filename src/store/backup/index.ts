export { BackupError, type BackupErrorCode } from './backup-error.ts';
export type { BackupEnd, BackupHead } from './backup-form.ts';
export { makeBackup } from './make-backup.ts';
export { type Restored, restoreBackup } from './restore-backup.ts';
export { untar } from './tar-read.ts';
export { type ArchiveFile, tarOf } from './tar-write.ts';
