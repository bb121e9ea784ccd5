/** Ids of entries that were shown before the server gave them one, and of those that came back by undo, to the ids they have now. */
const now = new Map<string, string>();
const rowKeys = new Map<string, string>();

/** A key for a row that the server does not know yet. */
export const newRowKey = (): string => `new-${crypto.randomUUID()}`;

/** The id an entry has on the server now. */
export const idNow = (id: string): string => {
  const next = now.get(id);
  return next === undefined ? id : idNow(next);
};

/** The key of an entry's row: it stays when the server gives the entry its id, and with it the focus. */
export const rowKeyOf = (id: string): string => rowKeys.get(id) ?? id;

/** Notes the id that the server gave to what was shown under another. */
export function noteId(before: string, id: string): void {
  now.set(before, id);
  rowKeys.set(id, rowKeyOf(before));
}
