import { decodeText } from '../../sources/decode.ts';
import { readEvidence, SourceError, type SourceReading } from '../../sources/index.ts';
import { HindcastError } from '../errors.ts';
import { evidenceError } from '../evidence-error.ts';
import type { StoredContext } from '../stored-operation.ts';
import { openOriginal } from './download.ts';
import type { Item } from './item.ts';

/** Bytes of an original that is read for events. It is held whole, and its JSON beside it. */
const mostBytes = 64_000_000;

async function bytesOf(context: StoredContext, item: Item): Promise<Uint8Array> {
  if (item.bytes > mostBytes) throw new HindcastError('evidence.too-large', { limit: String(mostBytes) });
  const { body } = await openOriginal(context, item).read();
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * What a source reads in an original. Its events rest on `sha256:…#/json/pointer`.
 * @throws HindcastError `evidence.unreadable` when no source knows it
 */
export async function readSource(context: StoredContext, item: Item): Promise<SourceReading> {
  const bytes = await bytesOf(context, item);
  const name = `sha256:${item.sha256}`;
  try {
    return readEvidence({ name, text: decodeText(name, bytes) });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const where = error.where.replace(name, item.name);
    throw evidenceError(new SourceError(error.code, error.message, where, error.remedy));
  }
}
