import { SourceError } from '../../sources/source-error.ts';
import { HindcastError } from '../errors.ts';
import { evidenceError } from '../evidence-error.ts';
import type { StoredContext } from '../stored-operation.ts';
import { openOriginal } from './download.ts';
import type { Item } from './item.ts';
import { readApart } from './read-apart.ts';
import { type FilesRead, limits } from './read-files.ts';

async function bytesOf(context: StoredContext, item: Item): Promise<Uint8Array> {
  if (item.bytes > limits.maxBytes) throw new HindcastError('evidence.too-large', { limit: String(limits.maxBytes) });
  const { body } = await openOriginal(context, item).read();
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * What the sources read in an original: a payload, or a zip archive such as a Slack export. Its events rest on
 * `sha256:…#/json/pointer`, or `sha256:…/PATH#/json/pointer` within an archive.
 * @throws HindcastError `evidence.unreadable` when no source knows anything of it
 */
export async function readSource(context: StoredContext, item: Item): Promise<FilesRead> {
  const bytes = await bytesOf(context, item);
  const name = `sha256:${item.sha256}`;
  const { now, config } = context;
  const { zone, sources } = config;
  try {
    return await readApart({ name, bytes, now, config: { sources, ...(zone === undefined ? {} : { zone }) } });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const where = error.where.replace(name, item.name);
    throw evidenceError(new SourceError(error.code, error.message, where, error.remedy));
  }
}
