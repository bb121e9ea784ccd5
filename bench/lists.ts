import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { callStored } from '../src/operations/call-stored.ts';
import { heldSearch } from '../src/operations/search/held-search.ts';
import type { StoredContext } from '../src/operations/stored-operation.ts';
import { storedOperations } from '../src/operations/stored.ts';
import { fillLists } from './lists-fill.ts';
import { median, type Row } from './row.ts';
import { fillIncidents } from './search-fill.ts';
import { makeVocabulary, seeded, type Text, textMaker } from './search-texts.ts';
import { withStore } from './with-store.ts';

const most = Number(process.env['HINDCAST_BENCH_DOCUMENTS'] ?? 100_000);
/** How many incidents the organisations have. */
const sizes = [1000, 10_000, 100_000].filter((size) => size < most).concat(most);
const [warmUp, times] = [20, 40];
const mostTimes = 1.5;
/** A difference that nobody measures twice alike is none. */
const noiseMs = 0.6;
/** Incidents that are there from the first size on; to the other one an action matches. */
const [incident, repeated] = ['INC-501', 'INC-840'];

/** What screens ask for first, as somebody who sees everything and as one who does not. */
type List = { name: string; operation: string; input?: object; asMember?: true };
const lists: List[] = [
  { name: 'home', operation: 'home.show' },
  { name: 'home, as a member', operation: 'home.show', asMember: true },
  { name: 'trend', operation: 'home.trend' },
  { name: 'incidents', operation: 'incident.list' },
  { name: 'incidents, as a member', operation: 'incident.list', asMember: true },
  { name: 'incidents by severity', operation: 'incident.list', input: { severity: 'S1', sort: 'severity' } },
  { name: 'incidents by a status', operation: 'incident.list', input: { status: 'published' } },
  { name: 'incidents by a frequent title word', operation: 'incident.list', input: { title: 're' } },
  { name: 'incidents by a part of a title word', operation: 'incident.list', input: { title: 'con' } },
  { name: 'incidents by a word that no title has', operation: 'incident.list', input: { title: 'zqzqzq' } },
  { name: 'a word, searched', operation: 'search.find', input: { words: 'database' } },
  { name: 'a word, searched as a member', operation: 'search.find', input: { words: 'database' }, asMember: true },
  { name: 'everything, searched', operation: 'search.find' },
  { name: 'everything, searched as a member', operation: 'search.find', asMember: true },
  { name: 'a service, searched', operation: 'search.find', input: { service: 'service-7' } },
  { name: 'causes that come again', operation: 'search.recurring' },
  { name: 'causes that come again, as a member', operation: 'search.recurring', asMember: true },
  { name: 'services that are hit again', operation: 'search.recurring', input: { kind: 'service' } },
  { name: 'similar incidents', operation: 'incident.similar', input: { incident } },
  { name: 'similar incidents, as a member', operation: 'incident.similar', input: { incident }, asMember: true },
  { name: 'actions', operation: 'action.list' },
  { name: 'open actions', operation: 'action.list', input: { state: 'open' } },
  { name: 'open actions, as a member', operation: 'action.list', input: { state: 'open' }, asMember: true },
  { name: 'audit', operation: 'ledger.list', input: { order: 'newest' } },
  { name: 'history of an incident', operation: 'incident.history', input: { incident } },
  { name: 'signals that wait', operation: 'signal.list' },
  { name: 'signals that were ignored', operation: 'signal.list', input: { state: 'ignored' } },
  { name: 'deliveries', operation: 'delivery.list' },
  { name: 'outbox', operation: 'notice.list' },
  { name: 'outbox, what failed', operation: 'notice.list', input: { state: 'failed' } },
  { name: 'people', operation: 'people.list' },
  { name: 'looks back that are due', operation: 'review.list' },
  { name: 'looks back that are due, as a member', operation: 'review.list', asMember: true },
  { name: 'looks back that were held', operation: 'review.list', input: { state: 'held' } },
  { name: 'reminders to come', operation: 'occasion.list' },
  { name: 'reminders that were sent', operation: 'occasion.list', input: { state: 'fired' } },
  { name: 'clocks that run', operation: 'clock.running' },
  { name: 'clocks that run, as a member', operation: 'clock.running', asMember: true },
  { name: 'hooks', operation: 'hook.list' },
  { name: 'a document', operation: 'incident.document', input: { incident } },
  { name: 'an incident', operation: 'incident.show', input: { incident } },
  { name: 'an incident on one page', operation: 'incident.brief', input: { incident } },
  { name: 'meeting of an incident', operation: 'meeting.show', input: { incident } },
  { name: 'looks back at an incident', operation: 'review.show', input: { incident } },
  { name: 'signatures of an incident', operation: 'signoff.list', input: { incident } },
  { name: 'evidence of an incident', operation: 'evidence.list', input: { incident } },
  { name: 'comments of an incident', operation: 'comment.list', input: { incident } },
  { name: 'clocks of an incident', operation: 'clock.list', input: { incident } },
  { name: 'versions of an incident', operation: 'version.list', input: { incident } },
  { name: 'proposals of an incident', operation: 'proposal.list', input: { incident } },
  { name: 'gate of an incident', operation: 'lifecycle.gate', input: { incident } },
  { name: 'announcements of an incident', operation: 'announcement.list', input: { incident } },
  { name: 'actions that match an incident', operation: 'action.matching', input: { incident: repeated } },
  { name: 'links to trackers', operation: 'link.list' },
];

type Organisation = { owner: StoredContext; member: StoredContext };

/** An organisation with so many incidents, and somebody who does not see what is restricted. */
async function filled(owner: StoredContext, texts: readonly Text[]): Promise<Organisation> {
  const id = randomUUID();
  await fillIncidents(owner.database, texts);
  await fillLists(owner.database, id, texts.length);
  while (!(await heldSearch(owner.database, owner.config.taxonomy)).whole) await sleep(50);
  return { owner, member: { ...owner, actor: { kind: 'person', id, personId: id, name: 'Person 1', role: 'editor' } } };
}

/** Milliseconds that a list takes in each organisation, in turn: what disturbs the machine meanwhile disturbs all of them. */
async function measured(organisations: readonly Organisation[], { operation, input = {}, asMember }: List) {
  const asked = storedOperations.find((candidate) => candidate.name === operation);
  if (asked === undefined) throw new Error(`there is no operation ${operation}`);
  const took = organisations.map((): number[] => []);
  for (let time = 0; time < warmUp + times; time += 1)
    for (const [index, { owner, member }] of organisations.entries()) {
      const start = performance.now();
      await callStored(asked, input, asMember === true ? member : owner);
      took[index]?.push(performance.now() - start);
    }
  return took.map((each) => median(each.slice(warmUp)));
}

async function rowOf(organisations: readonly Organisation[], list: List): Promise<Row> {
  const took = await measured(organisations, list);
  const [least, longest] = [Math.min(...took), Math.max(...took)];
  return {
    name: `${list.name}, 1,000 to ${most.toLocaleString('en')} incidents`,
    figure: `${took.at(-1)?.toFixed(1)} ms`,
    peer: `${took.map((one) => one.toFixed(1)).join(', ')} ms`,
    ratio: longest / least,
    target: `<= ${mostTimes} x`,
    met: longest <= least * mostTimes || longest - least <= noiseMs,
  };
}

/** Does work on as many stores of their own as are wanted. */
const withStores = (
  wanted: number,
  work: (stores: StoredContext[]) => Promise<Row[]>,
  open: StoredContext[] = [],
): Promise<Row[]> =>
  open.length === wanted ? work(open) : withStore((context) => withStores(wanted, work, [...open, context]));

/** Claims about lists as an organisation grows: the first page takes no longer because there are more of everything. */
export const listsAsTheyGrow = (): Promise<Row[]> =>
  withStores(sizes.length, async (stores) => {
    const random = seeded(20_261_122);
    const make = textMaker(makeVocabulary(random), random);
    const texts = Array.from({ length: most }, (_, index) => make(index));
    const organisations: Organisation[] = [];
    for (const [index, store] of stores.entries())
      organisations.push(await filled(store, texts.slice(0, sizes[index])));
    texts.length = 0;
    // The first list is not to pay for code that has yet to be compiled.
    for (const list of lists) await measured(organisations.slice(0, 1), list);
    const rows: Row[] = [];
    for (const list of lists) rows.push(await rowOf(organisations, list));
    return rows;
  });
