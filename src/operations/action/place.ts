import { HindcastError } from '../errors.ts';

/** What the list of actions can be ordered by. `incident` is the incident's number. */
export const sorts = ['due', 'owner', 'priority', 'status', 'incident'] as const;
export type Sort = (typeof sorts)[number];

/** The columns of each order; each list of them is an index of the table `action_head`. */
export const columnsOf: Record<Sort, string[]> = {
  due: ['due_day', 'number', 'id'],
  owner: ['owner', 'number', 'id'],
  priority: ['priority', 'number', 'id'],
  status: ['status', 'ticked', 'number', 'id'],
  incident: ['number', 'id'],
};

/** Where a page ended: the values of the columns it is ordered by, as texts. */
export type Place = string[];

/** The place as the caller carries it to the next page. */
export const cursorOf = (sort: Sort, place: Place): string =>
  Buffer.from(JSON.stringify([sort, ...place])).toString('base64url');

/** @throws HindcastError `page.cursor` for what is no cursor of a list in this order */
export function placeOf(cursor: string, sort: Sort): Place {
  const columns = columnsOf[sort];
  try {
    const [of, ...place]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fits = (value: unknown, index: number) =>
      typeof value === 'string' &&
      value.isWellFormed() &&
      !value.includes('\0') &&
      (columns[index] !== 'number' || /^\d{1,18}$/.test(value));
    if (of === sort && place.length === columns.length && place.every(fits)) return place as Place;
  } catch {
    // Said below.
  }
  throw new HindcastError('page.cursor', { cursor: cursor.slice(0, 40) });
}
