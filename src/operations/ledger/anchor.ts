import { sql } from 'kysely';
import { z } from 'zod';
import { save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { fromStore } from '../evidence/store-problem.ts';
import { requestTimestamp } from './request-timestamp.ts';
import { type KeptCheckpoint, loadCheckpoint } from './load-checkpoint.ts';
import type { Change } from '../../store/commit.ts';

const kinds = ['evidence', 'rfc3161'] as const;
const Input = z.strictObject({ kind: z.enum(kinds).default('evidence') });
type Kind = z.infer<typeof Input>['kind'];

/** A copy of a checkpoint outside of the database: its place in the evidence store, or the authority that stamped it. */
export const Anchor = z.object({
  id: z.string(),
  size: z.number().int(),
  kind: z.enum(kinds),
  /** SHA-256 of the note in the evidence store, or the address of the authority. */
  place: z.string(),
  at: z.string(),
});
type Anchor = z.infer<typeof Anchor>;

type Made = { place: string; proof: Uint8Array | null; at: string; changes: Change[] };

/** Longer than any note of ours. */
const mostNoteBytes = 100_000;

async function inEvidence({ evidence, now }: StoredContext, { note }: KeptCheckpoint): Promise<Made> {
  const body = (async function* () {
    yield Buffer.from(note);
  })();
  const { sha256, bytes, type } = await fromStore(evidence.put(body, { maxBytes: mostNoteBytes }));
  const statement = sql`insert into evidence (sha256, bytes, type, stored_at)
    values (${sha256}, ${bytes}, ${type}, ${now}::timestamptz) on conflict do nothing`;
  return { place: sha256, proof: null, at: now, changes: [{ statement, rows: 'any' }] };
}

async function byAuthority(context: StoredContext, { note }: KeptCheckpoint): Promise<Made> {
  const { place, proof, at } = await requestTimestamp(context, note);
  return { place, proof, at, changes: [] };
}

const makers: Record<Kind, (context: StoredContext, checkpoint: KeptCheckpoint) => Promise<Made>> = {
  evidence: inEvidence,
  rfc3161: byAuthority,
};

export const anchorCheckpoint: StoredOperation<z.infer<typeof Input>, Anchor> = {
  name: 'ledger.anchor',
  sentence:
    'Keep a copy of the latest checkpoint elsewhere: in the evidence store, or stamped by a time stamp authority.',
  permission: 'ledger.keep',
  effect: 'write',
  input: Input,
  output: Anchor,
  route: { method: 'POST', path: '/ledger/anchors' },
  run: async (context, { kind }) => {
    const checkpoint = await loadCheckpoint(context);
    const { place, proof, at, changes } = await makers[kind](context, checkpoint);
    const result = { id: context.newId(), size: checkpoint.size, kind, place, at };
    return save(context, {
      operation: 'ledger.anchor',
      subject: `checkpoint/${checkpoint.size}`,
      payload: { kind, place, size: checkpoint.size },
      changes: [
        {
          statement: sql`insert into anchor (id, size, kind, place, proof, at)
            values (${result.id}::uuid, ${checkpoint.size}::bigint, ${kind}, ${place}, ${proof}::bytea, ${at}::timestamptz)`,
        },
        ...changes,
      ],
      result,
    });
  },
};
