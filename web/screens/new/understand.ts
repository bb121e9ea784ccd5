import type { DraftResult } from '../../../src/operations/document/draft.ts';
import type { ReadResult } from '../../../src/operations/document/read.ts';
import type { PostmortemRecord } from '../../../src/record/record.ts';
import { call } from '../../api/call.ts';
import { Problem } from '../../api/problem.ts';
import { type Damage, repaired } from '../../files/repaired.ts';
import type { Material } from './material.ts';

/** What the server answers: places are left out over HTTP. */
type Reading = Omit<ReadResult, 'places'>;

/** What was understood of all material together. */
export type Understood = Pick<Reading, 'figures' | 'claims' | 'findings' | 'custom'> & {
  record: PostmortemRecord;
  /** The template to write in. */
  template: string;
  /** How sure the recognition is; absent when it was not recognised, or chosen. */
  confidence?: number;
  /** The template it was read with, where that is another one. */
  readAs?: string;
  /** The document that was read; absent when there is evidence alone. */
  document?: Material;
  /** Evidence whose events are added to the document's timeline once it is attached. */
  evidence: Material[];
  /** Events of that evidence. */
  moreEvents: number;
  masked: number;
  /** The document's letters were damaged, and are repaired. */
  damage?: Damage;
  refused: { name: string; why: string }[];
};

type Wanted = { materials: Material[]; template: string | undefined; known: string[]; signal: AbortSignal };

/** Values of a record, however deep: the more of a document has a place, the more there are. */
function countValues(value: unknown): number {
  if (value === null || value === undefined || value === '') return 0;
  if (typeof value !== 'object') return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + countValues(each), 0);
}

const boundIn = (record: PostmortemRecord): number => countValues({ ...record, custom: [], claims: [] });

async function readText(document: Material, signal: AbortSignal, template?: string): Promise<Reading> {
  const input = { source: document.text ?? '', file: document.name, ...(template === undefined ? {} : { template }) };
  return call<Reading>('document.read', input, { signal });
}

/** Reads a document. A template that was chosen decides how it is read only where it has a place for at least as much. */
async function readOne(document: Material, { template, known, signal }: Wanted) {
  const found = await readText(document, signal);
  const { name, confidence } = found.template;
  if (template !== undefined && template !== name) {
    const chosen = await readText(document, signal, template);
    if (name === null || boundIn(chosen.record) >= boundIn(found.record)) return { reading: chosen, template };
    return { reading: found, template, readAs: name };
  }
  return { reading: found, template: name ?? known[0] ?? '', ...(name === null ? {} : { confidence }) };
}

const evidenceOf = ({ ref, text = '', entries }: Material) => ({
  name: ref,
  text,
  ...(entries === undefined ? {} : { entries }),
});

/** Which evidence can be read at all; a file that nobody knows must not keep the others from being read. */
async function readable({ materials, known, signal }: Wanted) {
  const evidence = materials.filter(({ kind }) => kind === 'evidence');
  const refused: Understood['refused'] = [];
  const drafts = await Promise.all(
    evidence.map(async (one) => {
      try {
        const draft = await call<DraftResult>(
          'document.draft',
          { evidence: [evidenceOf(one)], template: known[0] },
          { signal },
        );
        return [{ one, draft }];
      } catch (error) {
        if (!(error instanceof Problem) || error.status === 0 || error.status === 401 || error.status === 429)
          throw error;
        refused.push({ name: one.name, why: error.message.replaceAll(one.ref, one.name) });
        return [];
      }
    }),
  );
  return { drafts: drafts.flat(), refused };
}

/** Links to evidence name it by its hash alone; a person wants its name. */
function withNames(record: PostmortemRecord, materials: Material[]): PostmortemRecord {
  if (record.links === undefined) return record;
  const nameOf = (text: string) => materials.find(({ ref }) => text.startsWith(ref))?.name;
  const links = record.links.map((link) => {
    const name = link.text === undefined ? undefined : nameOf(link.text);
    return name === undefined ? link : { ...link, text: `${name} (${link.text})` };
  });
  return { ...record, links };
}

const nothing = { custom: [], claims: [], findings: [], figures: {} };

/**
 * Has the server read everything, and keeps nothing. A document goes before evidence: it is the record, and the events of the
 * evidence are added to it.
 */
export async function understand(wanted: Wanted): Promise<Understood> {
  const { materials, known, signal } = wanted;
  const document = materials.find(({ kind }) => kind === 'document');
  const { drafts, refused } = await readable(wanted);
  const evidence = drafts.map(({ one }) => one);
  const uses = drafts.flatMap(({ draft }) => draft.evidence);
  const masked = uses.reduce((sum, use) => sum + use.masked, 0);
  const moreEvents = drafts.reduce((sum, { draft }) => sum + (draft.record.timeline?.length ?? 0), 0);
  const shared = { evidence, masked, refused };
  if (document !== undefined) {
    // The server repairs what it recognises by its template; what is kept as it stands has to be right before.
    const { text, damage } = await repaired(document.text ?? '');
    const { reading, ...rest } = await readOne({ ...document, text }, wanted);
    return { ...reading, ...rest, ...shared, document, moreEvents, ...(damage === undefined ? {} : { damage }) };
  }
  const template = wanted.template ?? known[0] ?? '';
  if (drafts.length === 0) return { ...nothing, ...shared, record: {}, template, moreEvents: 0 };
  const draft = await call<DraftResult>('document.draft', { evidence: evidence.map(evidenceOf), template }, { signal });
  const read = await call<Reading>('document.read', { source: draft.source, template }, { signal });
  const { figures, claims, findings } = read;
  const record = withNames(draft.record, materials);
  return { ...nothing, figures, claims, findings, ...shared, record, template, evidence: [], moreEvents: 0 };
}
