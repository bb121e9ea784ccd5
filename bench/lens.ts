import { Liquid } from 'liquidjs';
import MarkdownIt from 'markdown-it';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { computeFigures } from '../src/figures/index.ts';
import { checkRecord } from '../src/findings/index.ts';
import { readDocument } from '../src/operations/document/read.ts';
import { readRecord } from '../src/operations/document/read-record.ts';
import { builtinTemplates, writeWithTemplate } from '../src/templates/index.ts';
import { measuredDocuments } from './documents.ts';
import { sampleRecord } from './sample-record.ts';
import { invariantsLiquid } from './liquid.ts';
import { compare, compareEach, median, percentile, type Row, timed, warmUpRounds } from './row.ts';

const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** Claims about reading, computing, checking and writing documents. */
export async function lens(): Promise<Row[]> {
  const documents = measuredDocuments();
  return [...reading(documents), ...checking(documents), writing(), memory(documents)];
}

function reading(documents: string[]): Row[] {
  const remark = unified().use(remarkParse).use(remarkGfm);
  const markdownIt = new MarkdownIt();
  const read = (source: string) => readRecord(source).record;
  const readAll = () => documents.map(read);
  const slow = (source: string) => remark.parse(source);
  const fast = (source: string) => markdownIt.parse(source, {});
  const size = `${documents.length} documents`;
  return [
    row(`read a document to full record (each of ${size})`, compareEach(documents, read, slow), 'remark-gfm parse', 5),
    row(
      `the same, each read once in turn`,
      compare(readAll, () => documents.map(slow)),
      'remark-gfm parse',
      5,
    ),
    row(
      `read a document to full record (each of ${size})`,
      compareEach(documents, read, fast),
      'markdown-it parse',
      0.5,
    ),
    row(
      `the same, each read once in turn`,
      compare(readAll, () => documents.map(fast)),
      'markdown-it parse',
      0.5,
    ),
  ];
}

function row(name: string, { aMs, bMs }: { aMs: number; bMs: number }, peer: string, target: number): Row {
  const ratio = bMs / aMs;
  return { name, figure: ms(aMs), peer: `${peer} ${ms(bMs)}`, ratio, target: `>= ${target} x`, met: ratio >= target };
}

/** Each document's median of nine warm rounds, so that one moment without the processor does not count; then p99 of them. */
function checking(documents: string[]): Row[] {
  const checks = documents.map((source) => {
    const { record, policy, places, encoding } = readDocument(source);
    const claims = record.claims ?? [];
    return () => {
      const figures = computeFigures(record, policy);
      return checkRecord({ record, figures, policy, places, claims, encoding, source });
    };
  });
  for (let round = 0; round < warmUpRounds; round++) for (const check of checks) check();
  const medians = checks.map((check) => median(Array.from({ length: 9 }, () => timed(check))));
  const p99 = percentile(medians, 0.99);
  const name = `figures and findings of one document, p99 of ${medians.length}`;
  return [{ name, figure: ms(p99), peer: 'limit 1 ms', ratio: 1 / p99, target: '<= 1 ms', met: p99 <= 1 }];
}

function writing(): Row {
  const template = builtinTemplates().find((candidate) => candidate.name === 'invariants');
  if (template === undefined) throw new Error('the invariants template is gone');
  const liquid = new Liquid();
  liquid.registerFilter(
    'escape_cell',
    (value: string | undefined) => value?.replaceAll('|', '\\|').replaceAll('\n', '<br>') ?? '',
  );
  const parsed = liquid.parse(invariantsLiquid);
  const claimTexts = Object.fromEntries((sampleRecord.claims ?? []).map((claim) => [claim.figure, claim.text]));
  const data = { ...sampleRecord, claimTexts };
  const repeat = <T>(work: () => T) => Array.from({ length: 200 }, work);
  const times = compare(
    () => repeat(() => writeWithTemplate(sampleRecord, template)),
    () => repeat(() => liquid.renderSync(parsed, data)),
  );
  return row('write a record of 40 events, 200 times', times, 'LiquidJS, equal template', 2);
}

/** Heap after 10,000 documents against the heap after the first 2,000: flat means no growth with work done. */
function memory(documents: string[]): Row {
  const after: number[] = [];
  for (let count = 1; count <= 10_000; count++) {
    readDocument(documents[count % documents.length] ?? '');
    if (count % 2000 === 0) {
      globalThis.gc?.();
      after.push(process.memoryUsage().heapUsed / 1e6);
    }
  }
  const [first = 0] = after;
  const last = after.at(-1) ?? 0;
  const name = 'heap after 10,000 documents against 2,000';
  return {
    name,
    figure: `${last.toFixed(0)} MB`,
    peer: `${first.toFixed(0)} MB`,
    ratio: first / last,
    target: '>= 0.9 x',
    met: first / last >= 0.9,
  };
}
