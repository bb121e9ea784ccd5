import type { ReadResult } from '../../../src/operations/document/read.ts';
import type { PostmortemRecord } from '../../../src/record/record.ts';
import { call, type Input } from '../../api/call.ts';
import { Problem, problemText } from '../../api/problem.ts';
import { words } from '../../words/index.ts';
import { documentText, type Source } from './files.ts';
import type { ImportRow } from './row.ts';

const mostWaits = 5;

/** A call that waits when the server says that it is asked too often. A stop ends the waiting, never a call under way. */
async function patiently<Output>(name: string, input: Input, stopped: AbortSignal, body?: Blob): Promise<Output> {
  for (let waited = 0; ; waited += 1)
    try {
      return await call<Output>(name, input, body === undefined ? {} : { body });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 429 || waited === mostWaits) throw error;
      const { retryAfterSeconds = 1 } = (error.data ?? {}) as { retryAfterSeconds?: number };
      await new Promise((resolve) => setTimeout(resolve, Math.min(60, retryAfterSeconds) * 1000));
      if (stopped.aborted) throw error;
    }
}

function countValues(value: unknown): number {
  if (value === null || value === undefined || value === '') return 0;
  if (typeof value !== 'object') return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + countValues(each), 0);
}

function bound({ custom: _custom, claims: _claims, ...rest }: PostmortemRecord): Pick<ImportRow, 'values' | 'parts'> {
  const counts = Object.values(rest).map(countValues);
  return { values: counts.reduce((sum, count) => sum + count, 0), parts: counts.filter((count) => count > 0).length };
}

/** Has the server read a document, and keeps nothing. */
export async function readStep({ path, bytes }: Source, signal: AbortSignal): Promise<Partial<ImportRow>> {
  const { text: source, damage } = await documentText(await bytes());
  const read = await patiently<ReadResult>('document.read', { source, file: path.slice(-500) }, signal);
  const errors = read.findings.filter(({ severity }) => severity === 'error').length;
  return {
    state: 'read',
    template: read.template.name,
    confidence: read.template.confidence,
    ...bound(read.record),
    unbound: read.custom,
    errors,
    otherFindings: read.findings.length - errors,
    repaired: damage !== undefined,
  };
}

/** How documents are made incidents. */
export type Manner = { otherTemplate: string; keepOriginals: boolean };

/** Creates the incident of a document that was read, and attaches the original. */
export async function createStep(
  { path, bytes }: Source,
  { template }: ImportRow,
  { otherTemplate, keepOriginals }: Manner,
  signal: AbortSignal,
): Promise<Partial<ImportRow>> {
  const original = await bytes();
  const { text: markdown } = await documentText(original);
  const name = path.split('/').at(-1) ?? path;
  const { key } = await patiently<{ key: string }>(
    'incident.create',
    { markdown, ...(template === null && otherTemplate !== '' ? { template: otherTemplate } : {}) },
    signal,
  );
  if (!keepOriginals) return { state: 'created', key };
  try {
    await patiently('evidence.add', { incident: key, name: name.slice(-200) }, signal, new Blob([original]));
    return { state: 'created', key };
  } catch (error) {
    return { state: 'created', key, why: `${words.import.notAttached}: ${problemText(error)}` };
  }
}
