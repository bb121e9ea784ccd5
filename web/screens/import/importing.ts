import { useSyncExternalStore } from 'react';
import { problemText } from '../../api/problem.ts';
import { refresh } from '../../api/queries.ts';
import type { Chosen } from '../../files/dropped.ts';
import { type Source, sourcesOf } from './files.ts';
import type { ImportRow, State } from './row.ts';
import { createStep, type Manner, readStep } from './steps.ts';

/** Everything about the import of this window; it goes on while other screens are shown. */
export type Importing = {
  rows: readonly ImportRow[];
  running?: 'reading' | 'creating';
  stopped: boolean;
  leftOut: number;
};

const atOnce = 2;
/** The screen is told of news at most so often. */
const tellMs = 100;

let rows: ImportRow[] = [];
let sources: Source[] = [];
let shown: Importing = { rows: [], stopped: false, leftOut: 0 };
let stopping: AbortController | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const followers = new Set<() => void>();

function tell(change: Partial<Importing> = {}): void {
  const { running, ...rest } = { ...shown, ...change, rows: [...rows] };
  shown = { ...rest, ...(running === undefined ? {} : { running }) };
  for (const follower of followers) follower();
}

function set(index: number, change: Partial<ImportRow>): void {
  const before = rows[index];
  if (before === undefined) return;
  rows[index] = { ...before, ...change };
  timer ??= setTimeout(() => {
    timer = undefined;
    tell();
  }, tellMs);
}

const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

type Step = (source: Source, row: ImportRow, signal: AbortSignal) => Promise<Partial<ImportRow>>;

/** Does a step for every row of a state, a few at a time, until all are through or somebody stops it. */
async function run(running: 'reading' | 'creating', wanted: State, step: Step): Promise<void> {
  if (stopping !== undefined) return;
  const { signal } = (stopping = new AbortController());
  addEventListener('beforeunload', warn);
  tell({ running, stopped: false });
  const work = async () => {
    for (;;) {
      const index = rows.findIndex(({ state }) => state === wanted);
      const [row, source] = [rows[index], sources[index]];
      if (signal.aborted || row === undefined || source === undefined) return;
      set(index, { state: running });
      try {
        set(index, await step(source, row, signal));
      } catch (error) {
        set(index, signal.aborted ? { state: wanted } : { state: 'failed', why: problemText(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  stopping = undefined;
  removeEventListener('beforeunload', warn);
  const { running: _, ...rest } = shown;
  shown = rest;
  tell({ stopped: signal.aborted });
  if (running === 'creating') void refresh('incident.list', 'home.show');
}

/** Reads what was not read yet. */
export const read = (): Promise<void> => run('reading', 'waiting', (source, _, signal) => readStep(source, signal));

/** Creates an incident of each document that was read. */
export const create = (manner: Manner): Promise<void> =>
  run('creating', 'read', (source, row, signal) => createStep(source, row, manner, signal));

/** Adds files, but for those that are there already, and reads them. */
export async function add(chosen: Chosen[]): Promise<void> {
  const found = await sourcesOf(chosen);
  const known = new Set(rows.map(({ path }) => path));
  const fresh = found.sources.filter(({ path }) => !known.has(path));
  sources = [...sources, ...fresh];
  rows = [...rows, ...fresh.map(({ path }): ImportRow => ({ path, state: 'waiting' }))];
  tell({ leftOut: shown.leftOut + found.leftOut });
  await read();
}

/** Stops after what is under way. */
export const stop = (): void => stopping?.abort();

/** Those that failed are read again. */
export function retry(): Promise<void> {
  rows = rows.map((row) => (row.state === 'failed' ? { path: row.path, state: 'waiting' } : row));
  return read();
}

/** Forgets everything; what was created stays. */
export function clear(): void {
  [rows, sources] = [[], []];
  tell({ stopped: false, leftOut: 0 });
}

function follow(follower: () => void): () => void {
  followers.add(follower);
  return () => followers.delete(follower);
}

/** The import as it stands. */
export const useImporting = (): Importing => useSyncExternalStore(follow, () => shown);
