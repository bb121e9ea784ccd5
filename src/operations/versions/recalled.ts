import type { Database } from '../../store/database.ts';

type Known = { source: string; value: unknown };

/** Characters of sources remembered at most; what is made of them takes a few times as much. */
const mostCharacters = 4_000_000;

const shelves = new WeakMap<Database, { known: Map<string, Known>; characters: number }>();

/** The value and everything in it, unchangeable: it is handed to more than one caller. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

/**
 * What `make` made of this very source the last time, else made now and remembered, the oldest going first. The whole source is
 * compared, so nothing stale is ever given, whoever changed the database.
 */
export function recalled<Value>(database: Database, name: string, source: string, make: () => Value): Value {
  let shelf = shelves.get(database);
  if (shelf === undefined) shelves.set(database, (shelf = { known: new Map(), characters: 0 }));
  const before = shelf.known.get(name);
  if (before?.source === source) return before.value as Value;
  const value = frozen(make());
  if (shelf.known.delete(name)) shelf.characters -= before?.source.length ?? 0;
  if (source.length > mostCharacters / 4) return value;
  shelf.known.set(name, { source, value });
  shelf.characters += source.length;
  for (const [oldest, { source: old }] of shelf.known) {
    if (shelf.characters <= mostCharacters) break;
    shelf.known.delete(oldest);
    shelf.characters -= old.length;
  }
  return value;
}
