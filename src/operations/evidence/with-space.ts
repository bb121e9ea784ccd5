import { spaceLimits } from '../../store/postgres/space.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** Bytes after which the free space is looked at again: others upload, too. */
const lookAgainBytes = 32_000_000;

async function requireSpace({ freeBytes }: StoredContext): Promise<void> {
  if (freeBytes !== undefined && (await freeBytes()) < spaceLimits.uploads)
    throw new HindcastError('evidence.no-space');
}

/**
 * Passes an upload on while there is enough free space, so that evidence never takes what the database needs.
 * @throws HindcastError `evidence.no-space`, before the first byte or between two
 */
export async function* withSpace(
  context: StoredContext,
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  await requireSpace(context);
  let unseen = 0;
  for await (const chunk of body) {
    unseen += chunk.length;
    yield chunk;
    if (unseen < lookAgainBytes) continue;
    unseen = 0;
    await requireSpace(context);
  }
}
