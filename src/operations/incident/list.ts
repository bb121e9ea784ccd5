import { sql } from 'kysely';
import { z } from 'zod';
import { may } from '../access/permissions.ts';
import { requirePermission } from '../access/require.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';

const statuses = ['draft', 'inReview', 'approved', 'published', 'archived'] as const;
const sorts = ['created', 'number', 'title', 'severity'] as const;

const Input = z.strictObject({
  status: z.enum(statuses).optional(),
  severity: z.string().max(100).optional(),
  template: z.string().max(100).optional(),
  /** Words of the title. */
  title: z.string().max(300).optional(),
  sort: z.enum(sorts).default('created'),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before. */
  cursor: z.string().max(4000).optional(),
});
type Input = z.infer<typeof Input>;

const Item = z.object({
  id: z.string(),
  key: z.string(),
  number: z.number().int(),
  title: z.string().nullable(),
  severity: z.string().nullable(),
  status: z.enum(statuses),
  visibility: z.enum(['internal', 'restricted', 'published']),
  template: z.string(),
  createdAt: z.string(),
});
const Page = z.object({ items: z.array(Item), next: z.string().optional() });

/** Characters of a text that order a list: the cursor holds them, and has to fit into an address. */
const mostOrdering = 300;
const start = (field: 'title' | 'severity') =>
  sql<string>`left(coalesce(head.value->>${field}::text, ''), ${mostOrdering}::int)`;

/** What a list is ordered by; the number makes every order total. */
const columns = {
  created: sql<string>`to_char(incident.created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
  number: sql<string>`lpad(incident.number::text, 20, '0')`,
  title: start('title'),
  severity: start('severity'),
};

const encode = (sort: string, value: string, number: string): string =>
  Buffer.from(JSON.stringify([sort, value, number])).toString('base64url');

function decode(cursor: string, sort: string): [value: string, number: string] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const known = Array.isArray(parts) && parts.length === 3 && parts[0] === sort && !String(parts[1]).includes('\0');
    if (known && /^\d{1,18}$/.test(String(parts[2]))) return [String(parts[1]), String(parts[2])];
  } catch {
    // Said below.
  }
  throw new HindcastError('page.cursor', { cursor: cursor.slice(0, 40) });
}

async function page(context: StoredContext, input: Input): Promise<z.infer<typeof Page>> {
  const { actor, database } = context;
  requirePermission(context, 'incident.see');
  const by = columns[input.sort];
  const person = actor.personId ?? actor.id;
  let query = database.kysely
    .selectFrom('incident')
    .leftJoin('part as head', (join) =>
      join.onRef('head.incident_id', '=', 'incident.id').on('head.key', '=', 'incident'),
    )
    .select(['incident.id', 'number', 'template', 'status', 'visibility', 'created_at'])
    .select([
      sql<string | null>`head.value->>'title'`.as('title'),
      sql<string | null>`head.value->>'severity'`.as('severity'),
    ])
    .select(by.as('by'));
  if (!may(actor, 'incident.see', { visibility: 'restricted' }))
    query = query.where(
      sql<boolean>`(visibility <> 'restricted' or exists (select 1 from incident_member m where m.incident_id = incident.id and m.person_id::text = ${person}))`,
    );
  if (input.status !== undefined) query = query.where('status', '=', input.status);
  if (input.template !== undefined) query = query.where('template', '=', input.template);
  if (input.severity !== undefined) query = query.where(sql<boolean>`head.value->>'severity' = ${input.severity}`);
  for (const word of input.title?.split(/\s+/).filter(Boolean).slice(0, 10) ?? [])
    query = query.where(sql<boolean>`strpos(lower(head.value->>'title'), lower(${word})) > 0`);
  if (input.cursor !== undefined) {
    const [value, number] = decode(input.cursor, input.sort);
    const beyond = sql.raw(input.order === 'asc' ? '>' : '<');
    query = query.where(sql<boolean>`(${by}, number) ${beyond} (${value}, ${number}::bigint)`);
  }
  const rows = await query
    .orderBy(by, input.order)
    .orderBy('number', input.order)
    .limit(input.limit + 1)
    .execute();
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  const items = shown.map((row) => ({
    id: row.id,
    key: `INC-${row.number}`,
    number: Number(row.number),
    title: row.title,
    severity: row.severity,
    status: row.status,
    visibility: row.visibility,
    template: row.template,
    createdAt: row.created_at.toISOString(),
  }));
  return last === undefined ? { items } : { items, next: encode(input.sort, last.by, last.number) };
}

export const listIncidents: StoredOperation<Input, z.infer<typeof Page>> = {
  name: 'incident.list',
  sentence: 'List the incidents you may see, newest first, page by page.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Page,
  route: { method: 'GET', path: '/incidents' },
  run: page,
};
