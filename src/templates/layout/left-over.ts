import type { Claim } from '../../record/claim.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { Layout, LayoutItem } from './layout.ts';
import { placeEntries } from './place-entries.ts';

/**
 * Paths of what a record states and the layout has no place for, in the order of the record: fields
 * (`impact.trading.orders`), collections (`costs`, `custom`), and entries and claims without a place (`actions[2]`).
 */
export function leftOver(layout: Layout, record: PostmortemRecord): string[] {
  const items = layout.sections.flatMap((section) => section.items);
  const places = items.flatMap(pathsOf);
  const shown = new Set(places);
  const collections = new Set(items.flatMap((item) => (item.kind === 'entries' ? [item.collection] : [])));
  const { nowhere } = placeEntries(layout, record);
  const left: string[] = [];
  for (const [key, value] of Object.entries(record)) {
    if (!Array.isArray(value)) addFields(key, value, shown, left);
    else if (key === 'claims') addClaims(record.claims ?? [], places, left);
    else if (collections.has(key)) for (const index of nowhere.get(key) ?? []) left.push(`${key}[${index}]`);
    else if (value.length > 0) left.push(key);
  }
  return left;
}

/** The paths that an item shows once, fields of entries not among them. */
function pathsOf(item: LayoutItem): string[] {
  if (item.kind === 'entries') {
    const cells = (item.fixed ?? []).flatMap((row) => row.cells ?? []);
    const figures = item.columns.flatMap(({ figure }) => (figure === undefined ? [] : [`claims.${figure}`]));
    return [...cells.flatMap((cell) => ('path' in cell ? [cell.path] : [])), ...figures];
  }
  return 'path' in item ? [item.path] : [];
}

function addFields(path: string, value: unknown, shown: ReadonlySet<string>, left: string[]): void {
  if (value === undefined || value === null || shown.has(path)) return;
  if (typeof value !== 'object' || isMoment(value)) left.push(path);
  else for (const [key, inner] of Object.entries(value)) addFields(`${path}.${key}`, inner, shown, left);
}

/** A time is one field, however many parts it has. */
const isMoment = (value: object): boolean => 'written' in value || 'precision' in value;

/** Claims take the places of their figure in turn. What prose or a title says is to be read there. */
function addClaims(claims: readonly Claim[], places: readonly string[], left: string[]): void {
  const free = new Map<string, number>();
  for (const path of places) free.set(path, (free.get(path) ?? 0) + 1);
  claims.forEach(({ figure, origin }, index) => {
    if (origin === 'prose' || origin === 'title') return;
    const path = `claims.${figure}`;
    const count = free.get(path) ?? 0;
    if (count === 0) left.push(`claims[${index}]`);
    else free.set(path, count - 1);
  });
}
