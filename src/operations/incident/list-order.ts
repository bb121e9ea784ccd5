import { HindcastError } from '../errors.ts';

/** What a list can be ordered by. */
export const sorts = ['created', 'number', 'title', 'severity'] as const;
export type Sort = (typeof sorts)[number];

/** Where a page ended: the value it is ordered by, as text, and the number, which makes every order total. */
export type Place = { value: string; number: string };

/** How a sort is written: the columns of an index, the first of them as text for the cursor, and what such a text is compared as. */
type Order = { columns: string[]; text: string; form: RegExp; compared: (value: string, number: string) => string };

// A list is ordered by the first 300 characters of a text: a cursor holds them, and has to fit into an address.
const start = (column: string): string => `left(coalesce(${column}, ''), 300)`;

const byText = (column: string): Order => ({
  columns: [start(column), 'number'],
  text: start(column),
  form: /^[^\0]*$/,
  compared: (value, number) => `(${value}::text, ${number}::bigint)`,
});

/** Each of these is an index of the table `incident_head`. Instants are counted in microseconds, which a text loses nothing of. */
export const orders: Record<Sort, Order> = {
  created: {
    columns: ['created_at', 'number'],
    text: '(extract(epoch from created_at) * 1000000)::bigint::text',
    form: /^-?\d{1,16}$/,
    compared: (value, number) =>
      `(timestamptz 'epoch' + ${value}::bigint * interval '1 microsecond', ${number}::bigint)`,
  },
  number: {
    columns: ['number'],
    text: 'number::text',
    form: /^\d{1,20}$/,
    compared: (_, number) => `${number}::bigint`,
  },
  title: byText('title'),
  severity: byText('severity'),
};

/** The place as the caller carries it to the next page. */
export const cursorOf = (sort: Sort, { value, number }: Place): string =>
  Buffer.from(JSON.stringify([sort, value, number])).toString('base64url');

/** @throws HindcastError `page.cursor` for what is no cursor of a list in this order */
export function placeOf(cursor: string, sort: Sort): Place {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 3 && parts[0] === sort) {
      const [value, number] = [String(parts[1]), String(parts[2])];
      if (orders[sort].form.test(value) && value.isWellFormed() && /^\d{1,18}$/.test(number)) return { value, number };
    }
  } catch {
    // Said below.
  }
  throw new HindcastError('page.cursor', { cursor: cursor.slice(0, 40) });
}
