import { z } from 'zod';
import { actionStages } from '../../figures/action-stage.ts';
import { defaultPolicy } from '../../record/policy.ts';
import { may } from '../access/permissions.ts';
import { requirePermission } from '../access/require.ts';
import { ownerMatch } from '../home/owner-match.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { listStatement, type Row, type Wish } from './list-query.ts';
import { ownersThatOccur, statementsThatOccur } from './occurring.ts';
import { cursorOf, placeOf, sorts, columnsOf } from './place.ts';
import { stageOf, stateOf, statementsMeaning } from './states.ts';

const states = ['open', 'done', 'verified', 'dropped'] as const;
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is a day as 2026-11-30');

const Input = z.strictObject({
  /** `open` is proposed or committed, `dropped` is declined. */
  state: z.enum([...new Set([...states, ...actionStages])]).optional(),
  /** Words of the owner's name. */
  owner: z.string().trim().min(1).max(100).optional(),
  /** Only those whose owner is the person who asks. */
  mine: z.stringbool().optional(),
  priority: z.string().max(100).optional(),
  horizon: z.string().max(100).optional(),
  dueBefore: Day.optional(),
  /** Only open ones whose day is over. */
  overdue: z.stringbool().optional(),
  /** Key of an incident, as INC-12. */
  incident: z
    .string()
    .regex(/^INC-\d{1,15}$/i, 'is the key of an incident, as INC-12')
    .optional(),
  /** Words of the action. */
  words: z.string().max(300).optional(),
  sort: z.enum(sorts).default('due'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  cursor: z.string().max(4000).optional(),
});
type Input = z.infer<typeof Input>;

const Item = z.object({
  incident: z.object({
    id: z.string(),
    key: z.string(),
    title: z.string().nullable(),
    template: z.string(),
    status: z.enum(['draft', 'inReview', 'approved', 'published', 'archived']),
    visibility: z.enum(['internal', 'restricted', 'published']),
  }),
  /** Id of the entry, and the version that a change has to name. */
  id: z.string(),
  version: z.number().int(),
  /** What the document calls it, as AI-004. */
  label: z.string(),
  text: z.string(),
  owner: z.string(),
  due: z.string(),
  status: z.string(),
  priority: z.string(),
  horizon: z.string(),
  ticket: z.string(),
  /** Whether its box is ticked; null where it has none. */
  done: z.boolean().nullable(),
  state: z.enum(states),
  /** Where it stands in its life; both of the first are open. */
  stage: z.enum(actionStages),
  overdue: z.boolean(),
  mine: z.boolean(),
});
export type ActionItem = z.infer<typeof Item>;
const Page = z.object({ items: z.array(Item), next: z.string().optional() });
export type ActionPage = z.infer<typeof Page>;

async function matchOf({ actor, database }: StoredContext): Promise<ReturnType<typeof ownerMatch>> {
  const id = actor.personId ?? actor.id;
  const people = database.kysely.selectFrom('person').select(['name', 'email']);
  const person = id === '' ? undefined : await people.where('id', '=', id).executeTakeFirst();
  return ownerMatch(person ?? { name: '', email: '' });
}

async function page(context: StoredContext, input: Input): Promise<ActionPage> {
  requirePermission(context, 'incident.see');
  const { actor, database, now, templates } = context;
  const { state, mine, overdue, dueBefore, incident, words, cursor, ...rest } = input;
  const isMine = await matchOf(context);
  const today = now.slice(0, 10);
  const wanted = overdue === true && (state ?? 'open') === 'open' ? 'open' : state;
  const wish: Wish = {
    ...rest,
    words: words?.split(/\s+/).filter(Boolean).slice(0, 10) ?? [],
    dueBefore: [...(dueBefore === undefined ? [] : [dueBefore]), ...(overdue === true ? [today] : [])],
    ...(incident === undefined ? {} : { incident: incident.slice(4) }),
    ...(cursor === undefined ? {} : { after: placeOf(cursor, input.sort) }),
    ...(wanted === undefined
      ? {}
      : { meant: statementsMeaning([wanted], await statementsThatOccur(database), templates) }),
    ...(mine === true
      ? { owners: (await ownersThatOccur(database)).filter((text) => isMine(text) !== undefined) }
      : {}),
    ...(may(actor, 'incident.see', { visibility: 'restricted' }) ? {} : { member: actor.personId ?? actor.id }),
  };
  const { rows } = await database.query<Row>(listStatement(wish));
  const policies = new Map(templates.map(({ name, policy }) => [name, policy]));
  const items = rows.slice(0, input.limit).map((row): ActionItem => {
    const { status, ticked, label, text, owner, due, priority, horizon, ticket } = row;
    const policy = policies.get(row.template) ?? defaultPolicy;
    const present = stateOf({ status, ticked }, policy);
    return {
      incident: {
        id: row.incidentId,
        key: `INC-${row.number}`,
        title: row.title,
        template: row.template,
        status: row.incidentStatus,
        visibility: row.visibility,
      },
      id: row.id,
      version: row.version,
      label,
      text,
      owner,
      due,
      status,
      priority,
      horizon,
      ticket,
      done: ticked === '' ? null : ticked === 't',
      state: present,
      stage: stageOf({ status, ticked }, policy),
      overdue: present === 'open' && row.due_day < today,
      mine: owner !== '' && isMine(owner) !== undefined,
    };
  });
  const last = rows.length > input.limit ? rows[input.limit - 1] : undefined;
  if (last === undefined) return { items };
  return {
    items,
    next: cursorOf(
      input.sort,
      columnsOf[input.sort].map((column) => String(last[column as keyof Row])),
    ),
  };
}

export const listActions: StoredOperation<Input, ActionPage> = {
  name: 'action.list',
  sentence: 'List the actions of all incidents you may see, the next due first, page by page.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/actions' },
  run: page,
};
