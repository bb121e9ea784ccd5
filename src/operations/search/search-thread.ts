import { parentPort, workerData } from 'node:worker_threads';
import { makeHeld } from '../../search/held.ts';
import type { Taxonomy } from '../../search/taxonomy.ts';
import { readTaxonomy } from '../../search/terms.ts';
import { answerOf, type Questions } from './questions.ts';
import { searchedIncident, type SearchRow } from './searched-incident.ts';

/**
 * What the thread is told. `newer` is put at once: questions that come later have to see it. `older` is what was there at the start: it
 * is put while nothing else is to be done, and only where nothing newer of the same incident is held.
 */
export type Told = { id: number } & (
  | { what: 'newer' | 'older'; rows: readonly SearchRow[] }
  | { what: 'question'; question: { name: keyof Questions; asked: never } }
);

/** What it says to each: an answer or the states that it holds, or why it could not. */
export type Reply = { id: number } & ({ said: unknown } | { failed: string });

/** States of incidents that are held, and those of them that others have replaced. */
export type Kept = { count: number; dead: number };

/** A question that comes while something older is put waits so long at most. */
const sliceMs = 2;

const { taxonomy } = workerData as { taxonomy: Taxonomy };
const terms = readTaxonomy(taxonomy);
const held = makeHeld();
const port = parentPort;
const waiting: { id: number; rows: SearchRow[] }[] = [];

const reply = (answer: Reply): void => port?.postMessage(answer);

function answer(id: number, question: Extract<Told, { what: 'question' }>['question']): void {
  try {
    reply({ id, said: answerOf(held, terms, question) });
  } catch (error) {
    reply({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}
// What cannot be put ends the thread, and is heard of: an index without it would be wrong for as long as it is held.
const put = (row: SearchRow): void => held.put(searchedIncident(row, terms));
const kept = (): Kept => ({ count: held.count(), dead: held.dead() });

/** Puts what is older for a moment, then lets questions come before. */
function putOlder(): void {
  const until = performance.now() + sliceMs;
  while (waiting[0] !== undefined && performance.now() < until) {
    const [{ id, rows }] = waiting;
    const row = rows.shift();
    if (row === undefined) {
      waiting.shift();
      reply({ id, said: kept() });
    } else if (held.placeOf(Number(row.number)) === undefined) put(row);
  }
  if (waiting.length > 0) setImmediate(putOlder);
}

port?.on('message', (told: Told) => {
  if (told.what === 'question') answer(told.id, told.question);
  else if (told.what === 'newer') {
    for (const row of told.rows) put(row);
    reply({ id: told.id, said: kept() });
  } else if (waiting.push({ id: told.id, rows: [...told.rows] }) === 1) setImmediate(putOlder);
});
