import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Histogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as soon, setTimeout as sleep } from 'node:timers/promises';
import { callStored } from '../src/operations/call-stored.ts';
import { heldSearch, keepUpSearch } from '../src/operations/search/held-search.ts';
import type { SearchAnswer } from '../src/operations/search/find.ts';
import { indexChanged } from '../src/operations/search/index-changed.ts';
import type { StoredContext } from '../src/operations/stored-operation.ts';
import { storedOperations } from '../src/operations/stored.ts';
import { percentile, type Row } from './row.ts';
import { fillIncidents } from './search-fill.ts';
import { openPeer, type Peer } from './search-peer.ts';
import { drawQueries, type Query } from './search-queries.ts';
import { makeVocabulary, seeded, type Text, textMaker } from './search-texts.ts';
import { withStore } from './with-store.ts';

const documents = Number(process.env['HINDCAST_BENCH_DOCUMENTS'] ?? 100_000);
const limits = { p50: 10, p99: 30 };
/** While searches are measured, so long passes between the end of writing one incident and the beginning of the next. */
const writeEveryMs = 25;
const indexEveryMs = 250;
const inFirst = 5;
const readInSeconds = 180;
/** So long it is written and searched before anything counts: a server compiles its code in the first seconds, and then runs for weeks. */
const warmUpMs = 6000;

const operation = (name: string) => {
  const found = storedOperations.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`there is no operation ${name}`);
  return found;
};
const ms = (value: number) => value.toFixed(1);

/** Writes incidents and has them indexed until it is stopped; gives how many. */
function writing(context: StoredContext, make: (index: number) => Text): () => Promise<number> {
  const create = operation('incident.create');
  const stopped = new AbortController();
  let written = 0;
  const write = async () => {
    while (!stopped.signal.aborted) {
      const { title, summary, cause, body, service, severity, day } = make(written);
      const record = {
        incident: { title, services: service, severity, date: day },
        summary: { text: summary },
        rootCause: { primary: cause },
        appendices: [{ title: 'Notes', text: body }],
      };
      await callStored(create, { record }, context);
      written += 1;
      await sleep(writeEveryMs);
    }
  };
  const index = async () => {
    while (!stopped.signal.aborted) {
      while (await indexChanged(context.database));
      // As the server does.
      await keepUpSearch(context.database, context.config.taxonomy);
      await sleep(indexEveryMs);
    }
  };
  const running = Promise.all([write(), index()]);
  return async () => {
    stopped.abort();
    await running;
    return written;
  };
}

/** What is needed of the texts to tell whether one was found. */
type Sought = Pick<Text, 'title' | 'service'>;
type Measured = { tookMs: number[]; found: number };

async function measure(
  queries: readonly Query[],
  texts: readonly Sought[],
  find: (query: Query) => Promise<number[]>,
): Promise<Measured> {
  const tookMs: number[] = [];
  let found = 0;
  for (const query of queries) {
    const start = performance.now();
    const numbers = await find(query);
    tookMs.push(performance.now() - start);
    // The other side answers at once: who writes has to come to it all the same.
    await soon();
    const title = query.of === undefined ? undefined : texts[query.of]?.title;
    // The same title again is as good.
    if (
      numbers
        .slice(0, inFirst)
        .some((number) => number - 1 === query.of || (title !== undefined && texts[number - 1]?.title === title))
    )
      found += 1;
  }
  return { tookMs, found: found / queries.length };
}

function rowOf(kind: string, ours: Measured, peer: Measured): Row {
  const [p50, p99, theirs] = [
    percentile(ours.tookMs, 0.5),
    percentile(ours.tookMs, 0.99),
    percentile(peer.tookMs, 0.5),
  ];
  return {
    name: `search: ${kind}`,
    figure: `${ms(p50)} / ${ms(p99)} ms`,
    peer: `FTS5 ${ms(theirs)} / ${ms(percentile(peer.tookMs, 0.99))} ms`,
    ratio: theirs / p50,
    target: `<= ${limits.p50} / ${limits.p99} ms`,
    met: p50 <= limits.p50 && p99 <= limits.p99,
  };
}

const share = (name: string, ours: number, theirs: number, least: number): Row => ({
  name: `search: ${name}`,
  figure: `${(ours * 100).toFixed(1)} %`,
  peer: `FTS5 ${(theirs * 100).toFixed(1)} %`,
  ratio: ours,
  target: `>= ${least * 100} %`,
  met: ours >= least,
});

/** Which kinds of searches know what they look for, and how many have to find it among the first five. */
const known: Record<string, number> = {
  'a known title, three of its words': 0.97,
  'a known title, one word mistyped': 0.95,
};

async function searches(
  context: StoredContext,
  texts: readonly Sought[],
  kinds: Map<string, Query[]>,
  peer: Peer,
): Promise<Row[]> {
  const find = operation('search.find');
  const ours = async ({ words, service, severity }: Query): Promise<number[]> => {
    const input = {
      words,
      ...(service === undefined ? {} : { service }),
      ...(severity === undefined ? {} : { severity }),
    };
    const { hits } = (await callStored(find, input, context)) as SearchAnswer;
    return hits.map(({ key }) => Number(key.slice(4)));
  };
  const rows: Row[] = [];
  const delays: Histogram[] = [];
  const bare: number[] = [];
  const asked = [...kinds.values()].flat();
  const start = performance.now();
  for (let next = 0; performance.now() - start < warmUpMs; next += 7) await ours(asked[next % asked.length] as Query);
  for (const [kind, queries] of kinds) {
    for (const query of queries.slice(0, 20)) {
      await ours(query);
      bare.push(await bareQuestion(context));
    }
    // One for each: what goes on for the other side between two would count as a delay.
    const loop = monitorEventLoopDelay({ resolution: 5 });
    loop.enable();
    const own = await measure(queries, texts, ours);
    loop.disable();
    delays.push(loop);
    const theirs = await measure(queries, texts, async (query) => peer.find(query));
    rows.push(rowOf(kind, own, theirs));
    const least = known[kind];
    if (least !== undefined) rows.push(share(`${kind}: among the first five`, own.found, theirs.found, least));
    else if (kind.startsWith('an old text')) rows.push(await oldOnes(context, texts, queries, [own, theirs]));
  }
  return [...rows, heldUp(delays), bareRow(bare)];
}

/** Milliseconds that the least of all questions to the database takes. */
async function bareQuestion({ database }: StoredContext): Promise<number> {
  const start = performance.now();
  await database.query({ text: 'select 1 as one', values: [] });
  return performance.now() - start;
}

/** A search asks the database two such questions and its thread one: no p99 of it can be below what the machine gives these. */
const bareRow = (took: number[]): Row => ({
  name: 'search: the database asked for nothing meanwhile',
  figure: `${ms(percentile(took, 0.5))} / ${ms(percentile(took, 0.99))} ms`,
  peer: 'select 1',
  ratio: 1,
  target: 'stated',
  met: true,
});

/** How long other calls waited for the event loop while it was searched and written: the worst of all kinds of searches. */
function heldUp(delays: readonly Histogram[]): Row {
  const worst = (of: (one: Histogram) => number): number => Math.max(...delays.map(of)) / 1e6;
  const [p50, p99] = [worst((one) => one.percentile(50)), worst((one) => one.percentile(99))];
  return {
    name: 'search: the event loop is held up meanwhile',
    figure: `${ms(p50)} / ${ms(p99)} ms`,
    peer: `longest ${ms(worst(({ max }) => max))} ms`,
    ratio: limits.p99 / p99,
    target: `<= ${limits.p50} / ${limits.p99} ms`,
    met: p50 <= limits.p50 && p99 <= limits.p99,
  };
}

/**
 * An old text known by common words alone is one of very many that have them all, here as there. Narrowed to what its reader knows as
 * well, its year and service, it is to be on the first page.
 */
async function oldOnes(
  context: StoredContext,
  texts: readonly Sought[],
  queries: readonly Query[],
  [own, theirs]: Measured[],
): Promise<Row> {
  const find = operation('search.find');
  let found = 0;
  for (const { words, of = -1 } of queries) {
    const input = { words, year: '2016', service: texts[of]?.service };
    const { hits } = (await callStored(find, input, context)) as SearchAnswer;
    if (hits.some(({ key }) => Number(key.slice(4)) === of + 1)) found += 1;
  }
  const percent = (measured: Measured | undefined) => `${((measured?.found ?? 0) * 100).toFixed(0)} %`;
  const row = share('an old text by common words, its year and service', found / queries.length, 0, 0.9);
  return { ...row, peer: `without: ${percent(own)}, FTS5 ${percent(theirs)}` };
}

/** Has what was filled in brought to the disk: nobody writes a hundred thousand incidents in two minutes. */
async function settle({ database }: StoredContext): Promise<void> {
  const client = await database.connect();
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  await client.end();
  spawnSync('sync');
}

/** Claims about the search: our own database, against SQLite FTS5 on the same texts. */
export async function search(): Promise<Row[]> {
  const random = seeded(20_261_121);
  const vocabulary = makeVocabulary(random);
  const make = textMaker(vocabulary, random);
  const texts = Array.from({ length: documents }, (_, index) => make(index));
  const kinds = drawQueries(texts, vocabulary, random);
  const folder = await mkdtemp('/tmp/hindcast-bench-search-');
  try {
    return await withStore(async (context) => {
      await fillIncidents(context.database, texts);
      const before = process.memoryUsage().rss;
      const start = performance.now();
      while (!(await heldSearch(context.database, context.config.taxonomy)).whole) await sleep(50);
      const seconds = (performance.now() - start) / 1000;
      const held = (process.memoryUsage().rss - before) / 1e6;
      const peer = openPeer(path.join(folder, 'peer.db'), texts);
      const sought = texts.map(({ title, service }): Sought => ({ title, service }));
      // A server holds no texts: with 300 MB of them, each collection of garbage would hold up the searches of this process.
      texts.length = 0;
      await settle(context);
      const stop = writing(context, make);
      const rows = await searches(context, sought, kinds, peer);
      const written = await stop();
      peer.close();
      return [
        ...rows,
        {
          name: `search: reading ${documents.toLocaleString('en')} texts at the start`,
          figure: `${seconds.toFixed(0)} s, ${held.toFixed(0)} MB`,
          peer: `${written} were written meanwhile, ${writeEveryMs} ms apart`,
          ratio: readInSeconds / seconds,
          target: `<= ${readInSeconds} s`,
          met: seconds <= readInSeconds,
        },
      ];
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
