import { callStored } from '../src/operations/call-stored.ts';
import { heldSearch } from '../src/operations/search/held-search.ts';
import type { StoredContext } from '../src/operations/stored-operation.ts';
import { storedOperations } from '../src/operations/stored.ts';
import { median, type Row } from './row.ts';
import { fillIncidents } from './search-fill.ts';
import type { Text } from './search-texts.ts';

const sizes = [1000, 10_000];
const [warmUp, times] = [40, 40];
const mostTimes = 1.5;
/** A difference that nobody measures twice alike is none. */
const noiseMs = 0.6;

/** Lists of the API, as their screens ask for them first. */
const lists: { name: string; operation: string; input: object }[] = [
  { name: 'home', operation: 'home.show', input: {} },
  { name: 'incidents', operation: 'incident.list', input: {} },
  { name: 'incidents by severity', operation: 'incident.list', input: { severity: 'S1', sort: 'severity' } },
  { name: 'incidents by title words', operation: 'incident.list', input: { title: 'service' } },
  { name: 'actions', operation: 'action.list', input: {} },
  { name: 'open actions', operation: 'action.list', input: { state: 'open' } },
  { name: 'search', operation: 'search.find', input: { words: 'database' } },
  { name: 'everything, searched', operation: 'search.find', input: {} },
];

async function measured(context: StoredContext): Promise<Map<string, number>> {
  while (!(await heldSearch(context.database, context.config.taxonomy)).whole);
  const found = new Map<string, number>();
  for (const { name, operation, input } of lists) {
    const asked = storedOperations.find((candidate) => candidate.name === operation);
    if (asked === undefined) continue;
    const took: number[] = [];
    for (let time = 0; time < warmUp + times; time += 1) {
      const start = performance.now();
      await callStored(asked, input, context);
      took.push(performance.now() - start);
    }
    found.set(name, median(took.slice(warmUp)));
  }
  return found;
}

/** Measures lists at 1,000 and 10,000 incidents; then, when somebody filled in the rest, how they stand to that. */
export async function listGrowth(context: StoredContext, texts: readonly Text[]) {
  const before: Map<string, number>[] = [];
  let filled = 0;
  for (const size of sizes.filter((one) => one < texts.length)) {
    await fillIncidents(context.database, texts.slice(0, size), filled);
    filled = size;
    // The first size is not to pay for code that has yet to be compiled.
    if (before.length === 0) await measured(context);
    before.push(await measured(context));
  }
  return {
    filled,
    rows: async (): Promise<Row[]> => {
      const now = await measured(context);
      return [...now].map(([name, last]): Row => {
        const all = [...before.map((one) => one.get(name) ?? last), last];
        const [least, most] = [Math.min(...all), Math.max(...all)];
        return {
          name: `${name}, 1,000 to ${texts.length.toLocaleString('en')} incidents`,
          figure: `${last.toFixed(1)} ms`,
          peer: `${all.map((one) => one.toFixed(1)).join(', ')} ms`,
          ratio: most / least,
          target: `<= ${mostTimes} x`,
          met: most <= least * mostTimes || most - least <= noiseMs,
        };
      });
    },
  };
}
