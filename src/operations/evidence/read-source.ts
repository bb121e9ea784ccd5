import { type EvidenceFile, readEvidence, SourceError, type SourceReading } from '../../sources/index.ts';
import { HindcastError } from '../errors.ts';
import { evidenceError } from '../evidence-error.ts';
import type { StoredContext } from '../stored-operation.ts';
import { openOriginal } from './download.ts';
import type { Item } from './item.ts';
import { evidenceFromBytes } from './unpack/from-bytes.ts';

/** Bytes of an original that is read for events, and of an archive's content. It is held whole, and its JSON beside it. */
const limits = { maxBytes: 64_000_000, maxEntries: 5000 };

async function bytesOf(context: StoredContext, item: Item): Promise<Uint8Array> {
  if (item.bytes > limits.maxBytes) throw new HindcastError('evidence.too-large', { limit: String(limits.maxBytes) });
  const { body } = await openOriginal(context, item).read();
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Refused = { what: string; why: string; count: number };

/** What could be read of the files of an original, and those that no source knows. @throws SourceError when it is all of them */
function readAll(files: EvidenceFile[]): { readings: SourceReading[]; refused: Refused[] } {
  const readings: SourceReading[] = [];
  const errors: SourceError[] = [];
  for (const file of files)
    try {
      readings.push(readEvidence(file));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      errors.push(error);
    }
  const [first] = errors;
  if (readings.length === 0 && first !== undefined) throw first;
  const byReason = Map.groupBy(errors, ({ message }) => message);
  return { readings, refused: [...byReason].map(([why, { length }]) => ({ what: 'a file', why, count: length })) };
}

/**
 * What the sources read in an original: a payload, or a zip archive such as a Slack export. Its events rest on
 * `sha256:…#/json/pointer`, or `sha256:…/PATH#/json/pointer` within an archive.
 * @throws HindcastError `evidence.unreadable` when no source knows anything of it
 */
export async function readSource(context: StoredContext, item: Item): Promise<ReturnType<typeof readAll>> {
  const bytes = await bytesOf(context, item);
  const name = `sha256:${item.sha256}`;
  try {
    return readAll(await evidenceFromBytes(name, bytes, limits));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const where = error.where.replace(name, item.name);
    throw evidenceError(new SourceError(error.code, error.message, where, error.remedy));
  }
}
