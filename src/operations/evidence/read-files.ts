import type { EvidenceFile, SourceReading } from '../../sources/index.ts';
import { SourceError } from '../../sources/source-error.ts';
import { loadedSources } from '../source/loaded.ts';
import type { Config } from '../config.ts';
import { describedSources } from '../hook/source-of.ts';
import { evidenceFromBytes } from './unpack/from-bytes.ts';
import type { EvidenceLimits } from './unpack/limits.ts';

/** An original that is to be read: its bytes, and what its times may lack. */
export type Original = {
  name: string;
  bytes: Uint8Array;
  now: string;
  config: Pick<Config, 'zone' | 'sources'>;
};

/** What could be read of the files of an original, and those that no source knows. */
export type FilesRead = { readings: SourceReading[]; refused: { what: string; why: string; count: number }[] };

/** One file, or an archive's content: so much is in memory of it, and an archive may hold so much in all. */
const megabyte = 1_000_000;
export const limits: EvidenceLimits = { maxBytes: 64 * megabyte, maxContentBytes: 1000 * megabyte, maxEntries: 20_000 };

function readAll(files: EvidenceFile[], { now, config }: Original): FilesRead {
  const readings: SourceReading[] = [];
  const errors: SourceError[] = [];
  const described = describedSources(config);
  const zone = config.zone === undefined ? {} : { zone: config.zone };
  for (const file of files)
    try {
      readings.push(loadedSources().readEvidence({ ...file, now, ...zone }, described));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      errors.push(error);
    }
  const [first] = errors;
  if (readings.length === 0 && first !== undefined) throw first;
  const byReason = Map.groupBy(errors, ({ message }) => message);
  return { readings, refused: [...byReason].map(([why, { length }]) => ({ what: 'a file', why, count: length })) };
}

/** What the sources read in an original. @throws SourceError when it is nothing */
export async function readFiles(original: Original): Promise<FilesRead> {
  return readAll(await evidenceFromBytes(original.name, original.bytes, limits), original);
}
