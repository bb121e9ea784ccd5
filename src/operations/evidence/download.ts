import { z } from 'zod';
import type { ByteRange, EvidenceRead } from '../../store/evidence/index.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { type Item, loadItem } from './item.ts';
import { fromStore, storeProblem } from './store-problem.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Its id or its SHA-256. */
  evidence: z.string().max(64),
});

/** An original, ready to be read: all of it, checked against its hash on the way, or a range of it. */
export type Download = Pick<Item, 'sha256' | 'bytes' | 'type' | 'name'> & {
  /** `body` of what it gives must be read, or ended by `return()`. */
  read: (range?: ByteRange) => Promise<EvidenceRead>;
};

const Output = z.custom<Download>((value) => typeof (value as Partial<Download> | null)?.read === 'function');

async function* told(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  try {
    yield* body;
  } catch (error) {
    throw storeProblem(error);
  }
}

/** Opens the original of an item. @throws HindcastError `evidence.not-found` when it was removed */
export function openOriginal(
  { evidence }: StoredContext,
  { id, sha256, bytes, type, name, removedAt }: Item,
): Download {
  if (removedAt !== null) throw new HindcastError('evidence.not-found', { id });
  const read = async (range?: ByteRange): Promise<EvidenceRead> => {
    const found = await fromStore(evidence.get(sha256, range));
    return { ...found, body: told(found.body) };
  };
  return { sha256, bytes, type, name, read };
}

export const downloadEvidence: StoredOperation<z.infer<typeof Input>, Download> = {
  name: 'evidence.download',
  sentence:
    'Give an original as it was uploaded, all of it with its hash checked on the way, or the bytes that `Range` names.',
  permission: 'evidence.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/evidence/{evidence}/content' },
  gives: 'bytes',
  run: async (context, { incident: reference, evidence }) => {
    const incident = await loadIncident(context, reference, 'evidence.see');
    return openOriginal(context, await loadItem(context, incident.id, evidence));
  },
};
