import { z } from 'zod';
import { type Bundle, sealBundle } from '../../ledger/bundle/index.ts';
import { readSigner } from '../../ledger/note/keys.ts';
import { render } from '../document/render.ts';
import { materialOf } from '../document/write.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { loadSignoffs } from '../signoffs/load.ts';
import { withSignoffs } from '../signoffs/on-paper.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { type Content, currentContent } from '../versions/content.ts';
import { bundledEntries } from './entries.ts';
import { bundledSignoffs } from './signoffs.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Without the PDF the file is smaller and made at once. */
  pdf: z.stringbool().default(true),
});

const Output = z.object({ content: z.string(), format: z.literal('bundle') });

async function keysOf({ database }: StoredContext) {
  const rows = await database.kysely.selectFrom('signing_key').selectAll().orderBy('created_at').execute();
  const active = rows.find(({ retired_at: retired }) => retired === null);
  if (active === undefined) throw new HindcastError('signoff.no-key');
  return {
    signer: readSigner(active.private_key),
    keys: rows.map(({ verifier }) => verifier),
    rotations: rows.flatMap(({ announcement }) => announcement ?? []),
  };
}

async function evidenceOf({ database }: StoredContext, { evidence }: Content) {
  const hashes = evidence.map(({ sha256 }) => sha256);
  if (hashes.length === 0) return [];
  const rows = await database.kysely.selectFrom('evidence').selectAll().where('sha256', 'in', hashes).execute();
  const known = new Map(rows.map((row) => [row.sha256, row]));
  return evidence.map(({ name, sha256 }) => ({
    name,
    sha256,
    bytes: Number(known.get(sha256)?.bytes ?? 0),
    type: known.get(sha256)?.type ?? '',
  }));
}

const anchorsOf = async ({ database }: StoredContext) =>
  (await database.kysely.selectFrom('anchor').selectAll().orderBy('at').execute()).map(
    ({ kind, place, at, size, proof }) => ({
      kind,
      place,
      at: at.toISOString(),
      size: Number(size),
      ...(proof === null ? {} : { proof: Buffer.from(proof).toString('base64') }),
    }),
  );

/** Everything of an incident in one file that anybody can verify offline. */
export const makeBundle: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'incident.bundle',
  sentence:
    'Write one file with document, record, evidence list, signatures and ledger proofs, which verifies without a server.',
  permission: 'incident.see',
  effect: 'read',
  settled: true,
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/bundle' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    const { content, text, sha256, record, versions } = await currentContent(context, incident);
    const template = templateToWrite(incident.template, undefined, context.templates);
    const signed = await loadSignoffs(context, incident, { content, text, sha256, record, versions });
    const material = materialOf(withSignoffs(record, signed), template, context.now);
    const markdown = (await render(material, template, { format: 'md' })) as string;
    const pdf = input.pdf ? ((await render(material, template, { format: 'pdf' })) as Uint8Array) : undefined;
    const { signer, keys, rotations } = await keysOf(context);
    const { entries, checkpoint } = await bundledEntries(context, incident.id);
    const bundle: Bundle = {
      kind: 'hindcast bundle v1',
      made: context.now,
      incident: {
        id: incident.id,
        key: `INC-${incident.number}`,
        status: incident.status,
        template: incident.template,
      },
      content: text,
      record,
      markdown,
      ...(pdf === undefined ? {} : { pdf: Buffer.from(pdf).toString('base64') }),
      evidence: await evidenceOf(context, content),
      signoffs: await bundledSignoffs(context, incident.id, sha256),
      entries,
      checkpoint,
      keys,
      rotations,
      anchors: await anchorsOf(context),
    };
    return { content: sealBundle(bundle, signer), format: 'bundle' as const };
  },
};
