import { z } from 'zod';
import { may } from '../access/permissions.ts';
import { requirePermission } from '../access/require.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { furtherOf } from './list-further.ts';
import { cursorOf, placeOf, sorts } from './list-order.ts';
import { type Among, type Head, listStatement, type Wish } from './list-query.ts';

const statuses = ['draft', 'inReview', 'approved', 'published', 'archived'] as const;

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
  services: z.string().nullable(),
  /** The day, or the start, as the document states it. */
  date: z.string().nullable(),
  status: z.enum(statuses),
  visibility: z.enum(['internal', 'restricted', 'published']),
  template: z.string(),
  createdAt: z.string(),
});
const Page = z.object({ items: z.array(Item), next: z.string().optional() });

/** Among the newest so many titles words are looked for first; among the further ones when it seems that these fill the page. */
const [nearest, further] = [1000, 8000];

/**
 * Rows of the page and at least one beyond it when there is more. A frequent word stands in the titles that come next; the index of words
 * is for rare ones, since it gives all there are.
 */
async function rowsOf({ database }: StoredContext, wish: Wish): Promise<Head[]> {
  const among = async (where: Among): Promise<Head[]> => (await database.query<Head>(listStatement(wish, where))).rows;
  const first = await among(wish.words.length === 0 ? 'all' : nearest);
  if (wish.words.length === 0 || first.length > wish.limit) return first;
  const rows = (first.length * further) / nearest > wish.limit ? await among(further) : first;
  return rows.length > wish.limit ? rows : among('all');
}

async function page(context: StoredContext, input: Input): Promise<z.infer<typeof Page>> {
  const { actor } = context;
  requirePermission(context, 'incident.see');
  const { title, cursor, ...rest } = input;
  const words = title?.split(/\s+/).filter(Boolean).slice(0, 10) ?? [];
  const wish: Wish = {
    ...rest,
    words,
    ...(cursor === undefined ? {} : { after: placeOf(cursor, input.sort) }),
    ...(may(actor, 'incident.see', { visibility: 'restricted' }) ? {} : { member: actor.personId ?? actor.id }),
  };
  const rows = await rowsOf(context, wish);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  const further = await furtherOf(
    context.database,
    shown.map(({ id }) => id),
  );
  const items = shown.map((row) => ({
    id: row.id,
    key: `INC-${row.number}`,
    number: Number(row.number),
    title: row.title,
    severity: row.severity,
    ...further(row.id),
    status: row.status,
    visibility: row.visibility,
    template: row.template,
    createdAt: row.createdAt.toISOString(),
  }));
  return last === undefined
    ? { items }
    : { items, next: cursorOf(input.sort, { value: last.by, number: last.number }) };
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
