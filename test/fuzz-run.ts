import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingBlocks } from '../src/operations/document/keep-blocks.ts';
import { parseMarkdown } from '../src/markdown/blocks.ts';
import { readDocument } from '../src/operations/document/read.ts';
import { toMarkdown } from '../src/operations/document/render.ts';
import { readEvidence, SourceError } from '../src/sources/index.ts';
import { builtinTemplates, type Template } from '../src/templates/index.ts';
import { monsters } from './monsters.ts';
import { mutate } from './mutate.ts';
import { makeRandom } from './random.ts';

/** Cases `from` to `to` of a seed; one worker takes the monsters too. */
export type FuzzJob = { from: number; to: number; seed: number; monsters: boolean };
type Report = (message: { current?: string; failure?: string; done?: number; slowestMs?: number }) => void;

const root = fileURLToPath(new URL('..', import.meta.url));
const limitMs = 1000;
const template = builtinTemplates()[0] as Template;

function originals(pattern: string[]): Buffer[] {
  return globSync(pattern)
    .sort()
    .map((file) => readFileSync(file))
    .filter((bytes) => bytes.length > 0 && bytes.length < 40_000);
}

function seeds(): { documents: Buffer[]; payloads: Buffer[] } {
  const corpus = existsSync(`${root}../shared/corpus`);
  const documents = originals([`${root}examples/**/*.md`, `${root}src/templates/builtin/*.md`]);
  const payloads = originals([`${root}examples/**/*.json`, `${root}src/sources/*/sample.json`]);
  if (corpus) {
    documents.push(...originals([`${root}../shared/corpus/A/**/*.{md,erb,qmd}`, `${root}../shared/seeds/*.txt`]));
    payloads.push(...originals([`${root}../shared/corpus/C/{alertmanager,k8s-events,slack-events}/**/*.json`]));
  }
  return { documents, payloads };
}

/** Runs a share of the cases: each must finish in time, throw nothing but a named error, and lose nothing. */
export function runFuzz(job: FuzzJob, report: Report): void {
  const { documents, payloads } = seeds();
  if (job.monsters) {
    for (const [name, make] of monsters) {
      report({ current: name });
      attempt(name, () => readWhole(make()), report);
    }
  }
  let slowestMs = 0;
  let since = 0;
  for (let index = job.from; index < job.to; index++) {
    const random = makeRandom(job.seed * 1_000_003 + index);
    const isPayload = index % 5 === 4 && payloads.length > 0;
    const pool = isPayload ? payloads : documents;
    const bytes = mutate(random.pick(pool), random, random.pick(pool));
    const keep = index % 50 === 0;
    const elapsed = attempt(
      `seed ${job.seed} case ${index}`,
      () => (isPayload ? readPayload(bytes) : readWhole(bytes.toString('utf8'), keep)),
      report,
    );
    slowestMs = Math.max(slowestMs, elapsed);
    if (++since === 500) {
      report({ current: `after case ${index}`, done: since, slowestMs });
      since = 0;
    }
  }
  report({ done: since, slowestMs });
}

function attempt(name: string, work: () => void, report: Report): number {
  const timed = () => {
    // The thread's own time: what else the machine does is not this document's fault.
    const start = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
  try {
    let elapsed = timed();
    // The engine's own cleaning can meet any case once, and a neighbour on the machine takes moments: slow is what is so each time.
    for (let again = 0; elapsed > limitMs && again < 9; again += 1) elapsed = Math.min(elapsed, timed());
    if (elapsed > limitMs) report({ failure: `slow: ${name} took ${elapsed.toFixed(0)} ms` });
    return elapsed;
  } catch (error) {
    report({ failure: `crash: ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` });
    return 0;
  }
}

function readWhole(source: string, keep = false): void {
  const result = readDocument(source);
  JSON.stringify(result.record);
  if (Object.getPrototypeOf({}).x !== undefined) throw new Error('the prototype was polluted');
  if (!keep) return;
  const output = toMarkdown({ ...result, source }, template);
  const lost = missingBlocks(parseMarkdown(source), output);
  if (lost !== '') throw new Error(`lost: ${lost.slice(0, 300)}`);
}

function readPayload(bytes: Buffer): void {
  try {
    readEvidence({ name: 'payload.json', text: bytes.toString('utf8') });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
  }
}
