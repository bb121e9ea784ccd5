import { actorNames } from '../history/actor-names.ts';
import type { StoredContext } from '../stored-operation.ts';
import { type LookedAt, named } from './looked-at.ts';
import type { Asker, Waiting } from './waiting.ts';

type Row = { incident: string; thread: string; text: string; author: string; called: string | null };

/** Of each open thread the last comment that names a person, unless they have answered since. */
const statement = `select distinct on (c.thread_id) c.incident_id as incident, c.thread_id as thread, left(c.text, 200) as text,
    c.author, c.author_name as called
  from comment c join comment first on first.id = c.thread_id and first.state = 'open'
  where c.mentions @> array[$1::uuid] and c.removed_at is null and c.author <> $2 and c.incident_id = any($3::uuid[])
    and not exists (select 1 from comment later where later.incident_id = c.incident_id and later.thread_id = c.thread_id and later.author = $2 and later.number > c.number)
  order by c.thread_id, c.number desc limit 100`;

/** Open comments that name the person, in incidents that they see. */
export async function mentionsWaiting(context: StoredContext, all: LookedAt[], { actor }: Asker): Promise<Waiting[]> {
  const id = context.actor.personId ?? context.actor.id;
  if (id === '') return [];
  const heads = new Map(all.map(({ head }) => [head.id, head]));
  const values = [id, actor, [...heads.keys()]];
  const { rows } = await context.database.query<Row>({ text: statement, values });
  const names = await actorNames(
    context,
    rows.map(({ author }) => author),
  );
  return rows.flatMap(({ incident, thread, text, author, called }) => {
    const head = heads.get(incident);
    const by = called ?? names.get(author) ?? author;
    const said = text.replace(/\s+/g, ' ').trim();
    return head === undefined
      ? []
      : [{ kind: 'answer', ...named(head), comment: thread, by, said, mine: head.createdBy === actor }];
  });
}
