import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { requirePermission } from '../access/require.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { ActionDue, actionsDueOf, byUrgency } from './actions-due.ts';
import { commonGround } from '../clock/ground.ts';
import { marksOfMany } from '../clock/marks.ts';
import { Clock, clocksNow } from './clocks.ts';
import { type Head, newestHeads } from './heads.ts';
import type { LookedAt } from './looked-at.ts';
import { mentionsWaiting } from './mentions-waiting.ts';
import { proposalsWaiting } from './proposals-waiting.ts';
import { followOf } from '../occasion/follow-of.ts';
import { reviewsWaiting } from './reviews-waiting.ts';
import { ownerMatch } from './owner-match.ts';
import { actionsOfMany, milestonesOfMany, partsOfMany } from './parts.ts';
import { signaturesWaiting } from './signatures-waiting.ts';
import { type Asker, byNeed, Waiting, waitingIn } from './waiting.ts';

/** Incidents that are looked into: the newest that are open, and as many published and archived ones, for their actions. */
const mostIncidents = 200;
/** What one list shows of them. */
const mostShown = 8;

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), total: z.number().int() });

const Home = z.object({
  waiting: listOf(Waiting),
  clocks: listOf(Clock),
  actions: listOf(ActionDue),
  /** Open incidents that were looked into, at most; `more` says that there are older ones. */
  looked: z.object({ open: z.number().int(), most: z.number().int(), more: z.boolean() }),
  /** Incidents of any kind, as far as they matter to a first start: none, one, or more. */
  incidents: z.enum(['none', 'one', 'several']),
});
export type Home = z.infer<typeof Home>;

const wanted = ['incident', 'summary', 'document', 'meeting', 'reviews', 'roles', 'signoffs', 'obligations'] as const;

async function lookInto(context: StoredContext, heads: Head[], timelines: boolean): Promise<LookedAt[]> {
  const ids = heads.map(({ id }) => id);
  const [records, actions, marked] = await Promise.all([
    timelines ? partsOfMany(context.database, ids, wanted) : new Map<string, never>(),
    actionsOfMany(context.database, ids),
    timelines ? milestonesOfMany(context.database, ids) : new Map<string, never>(),
  ]);
  return heads.map((head) => ({
    head,
    record: records.get(head.id) ?? {},
    actions: actions.get(head.id) ?? [],
    marked: marked.get(head.id) ?? { count: 0, events: [] },
    template: context.templates.find(({ name }) => name === head.template),
  }));
}

async function askerOf({ actor, database }: StoredContext): Promise<Asker> {
  const id = actor.personId ?? actor.id;
  const person =
    id === ''
      ? undefined
      : await database.kysely.selectFrom('person').select(['name', 'email']).where('id', '=', id).executeTakeFirst();
  return { actor: actorName(actor), isMine: ownerMatch(person ?? { name: '', email: '' }) };
}

const shortened = <Item>(items: Item[]): { items: Item[]; total: number } => ({
  items: items.slice(0, mostShown),
  total: items.length,
});

async function home(context: StoredContext): Promise<Home> {
  requirePermission(context, 'incident.see');
  const { now } = context;
  const [asker, open, published, archived] = await Promise.all([
    askerOf(context),
    newestHeads(context, ['draft', 'inReview', 'approved'], mostIncidents),
    newestHeads(context, ['published'], mostIncidents),
    newestHeads(context, ['archived'], mostIncidents),
  ]);
  const [inWork, done, kept] = await Promise.all([
    lookInto(context, open.heads, true),
    lookInto(context, published.heads, false),
    lookInto(context, archived.heads, false),
  ]);
  const [common, marks] = await Promise.all([
    commonGround(context),
    marksOfMany(
      context.database,
      open.heads.map(({ id }) => id),
    ),
  ]);
  const { calendar } = await followOf(context);
  const clocks = (await Promise.all(inWork.map((one) => clocksNow(one, { common, marks }, calendar, now)))).flat();
  const found = await Promise.all([
    signaturesWaiting(context, inWork, asker),
    mentionsWaiting(context, [...inWork, ...done], asker),
    reviewsWaiting(context, [...inWork, ...done], asker),
    proposalsWaiting(context, [...inWork, ...done], asker),
  ]);
  const waiting = [...found.flat(), ...inWork.flatMap((one) => waitingIn(one, asker, clocks))];
  const actions = [...inWork, ...done, ...kept].flatMap((one) => actionsDueOf(one, asker.isMine, now));
  const known = open.heads.length + published.heads.length + archived.heads.length;
  return {
    waiting: shortened(waiting.toSorted(byNeed)),
    clocks: shortened(clocks.toSorted((a, b) => (a.until < b.until ? -1 : 1))),
    actions: shortened(actions.toSorted(byUrgency)),
    looked: { open: open.heads.length, most: mostIncidents, more: open.more },
    incidents: known === 0 ? 'none' : known === 1 ? 'one' : 'several',
  };
}

export const showHome: StoredOperation<Record<string, never>, Home> = {
  name: 'home.show',
  sentence: 'Show what waits for you: signatures, reviews, drafts, clocks that run, and actions that are due.',
  permission: 'incident.see',
  effect: 'read',
  input: z.strictObject({}),
  output: Home,
  route: { method: 'GET', path: '/home' },
  run: home,
};
