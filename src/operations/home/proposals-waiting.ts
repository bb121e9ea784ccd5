import { may } from '../access/permissions.ts';
import { actorNames } from '../history/actor-names.ts';
import type { StoredContext } from '../stored-operation.ts';
import { type LookedAt, named } from './looked-at.ts';
import type { Asker, Waiting } from './waiting.ts';

type Row = { incident: string; count: number; author: string };

/** Of each incident how many proposals are open, and who made the oldest. */
const statement = `select incident_id as incident, count(*)::int as count, (array_agg(author order by number))[1] as author
  from proposal where state = 'open' and incident_id = any($1::uuid[]) group by incident_id`;

/** Incidents in which agents propose something, for who may decide about it. */
export async function proposalsWaiting(context: StoredContext, all: LookedAt[], { actor }: Asker): Promise<Waiting[]> {
  if (!may(context.actor, 'incident.accept')) return [];
  const heads = new Map(all.map(({ head }) => [head.id, head]));
  const { rows } = await context.database.query<Row>({ text: statement, values: [[...heads.keys()]] });
  const names = await actorNames(
    context,
    rows.map(({ author }) => author),
  );
  return rows.flatMap(({ incident, count, author }) => {
    const head = heads.get(incident);
    const by = names.get(author) ?? author;
    return head === undefined ? [] : [{ kind: 'decide', ...named(head), count, by, mine: head.createdBy === actor }];
  });
}
