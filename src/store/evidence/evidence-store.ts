import path from 'node:path';
import type { EvidenceStore } from './contract.ts';
import { folderStore } from './folder/folder-store.ts';
import { readS3Setting } from './s3/s3-setting.ts';
import { s3Store } from './s3/s3-store.ts';
import { EvidenceError } from './evidence-error.ts';

export type { ByteRange, EvidenceBody, EvidenceRead, EvidenceStore, StoredEvidence } from './contract.ts';

/**
 * The store that `HINDCAST_EVIDENCE` names: nothing for `evidence` in the data folder, a folder, or `s3://…`.
 * Nothing is touched before the first call.
 * @param environment where AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN are looked up
 * @throws EvidenceError `evidence.setting`
 */
export function openEvidenceStore(
  setting: string | undefined,
  dataFolder: string,
  environment: NodeJS.ProcessEnv = process.env,
): EvidenceStore {
  const own = path.join(dataFolder, 'evidence');
  if (setting === undefined || setting === '') return folderStore(own);
  if (setting.startsWith('s3://')) return s3Store(readS3Setting(setting, environment), path.join(own, 'incoming'));
  if (path.isAbsolute(setting)) return folderStore(setting);
  throw new EvidenceError('evidence.setting', { reason: 'neither a whole path nor an s3:// place' });
}
