import { insights } from './insights.ts';
import { ledger } from './ledger.ts';
import { lens } from './lens.ts';
import { listsAsTheyGrow } from './lists.ts';
import { pages } from './pages.ts';
import { recorder } from './recorder.ts';
import { search } from './search.ts';
import { server } from './server.ts';
import { sources } from './sources.ts';
import { web } from './web.ts';
import type { Row } from './row.ts';

/** Areas with claims that can be measured today; the others join with their parts. */
const areas: { [name: string]: () => Promise<Row[]> } = {
  lens,
  server,
  ledger,
  web,
  pages,
  recorder,
  sources,
  search,
  insights,
  lists: listsAsTheyGrow,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in areas));
if (unknown.length > 0) {
  console.error(`bench: no area ${unknown.join(', ')}. There are: ${Object.keys(areas).join(', ')}.`);
  process.exit(2);
}

const rows: Row[] = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(areas))
  rows.push(...(await (areas[name] as () => Promise<Row[]>)()));
for (const row of rows) {
  const state = row.met ? 'met' : 'short';
  console.log(
    `${row.name.padEnd(46)} ${row.figure.padStart(16)}  ${row.peer.padStart(34)}  ${row.ratio.toFixed(2).padStart(8)}  ${row.target.padEnd(14)} ${state}`,
  );
}
const met = rows.filter((row) => row.met).length;
console.log(`${met} met, ${rows.length - met} short`);
process.exit(met === rows.length ? 0 : 1);
