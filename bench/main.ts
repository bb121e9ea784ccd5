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

const line = ({ name, figure, peer, ratio, target, met }: Row): string =>
  `${name.padEnd(46)} ${figure.padStart(16)}  ${peer.padStart(34)}  ${ratio.toFixed(2).padStart(8)}  ${target.padEnd(14)} ${met ? 'met' : 'short'}`;

/** An area's rows are told as soon as they are measured: a later area that fails loses none of them. */
const rows: Row[] = [];
const failed: string[] = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(areas)) {
  try {
    const measured = await (areas[name] as () => Promise<Row[]>)();
    rows.push(...measured);
    for (const row of measured) console.log(line(row));
  } catch (error) {
    failed.push(name);
    console.error(`bench: ${name} could not be measured:`, error);
  }
}
if (failed.length > 0) console.error(`bench: not measured: ${failed.join(', ')}; why is told above.`);
const met = rows.filter((row) => row.met).length;
console.log(`${met} met, ${rows.length - met} short`);
process.exit(met === rows.length && failed.length === 0 ? 0 : 1);
