import type { PostmortemRecord } from '../../record/record.ts';
import { redactText, type Redaction, type Taken } from './redact-text.ts';
import { nameFields, plainFields, restricted } from './restricted.ts';

/** Something taken out of a record, and where: `timeline[3].text`. */
export type Removed = Taken & { place: string };

/** How to make a record public; `costs`: what it cost may be shown. */
export type RecordRedaction = Redaction & { costs: boolean };

/** Words of a removed value that the report shows. */
const mostShown = 300;

const whole = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
};

const isMoney = (unit: unknown): boolean => typeof unit === 'string' && /^[A-Z]{3}$/.test(unit);

/** The public version of a record, and everything that was taken out of it. The record itself stays as it is. */
export function redactRecord(record: PostmortemRecord, redaction: RecordRedaction) {
  const removed: Removed[] = [];
  const dropped = new Map(
    restricted.filter(({ costs }) => costs !== true || !redaction.costs).map((one) => [one.path, one.why]),
  );
  const text = (value: string, path: string, place: string): string | undefined => {
    const redacted = redactText(value, redaction);
    removed.push(...redacted.taken.map((one) => ({ ...one, place })));
    if (!nameFields.has(path)) return redacted.text;
    // A field for a name keeps only what the redaction put there: the role.
    const role = redacted.taken.find(({ kind }) => kind === 'name' || kind === 'chat name')?.instead;
    return path === 'roles.name' ? undefined : (role ?? redacted.text);
  };
  const walk = (value: unknown, path: string, place: string): unknown => {
    const why = dropped.get(path);
    if (why !== undefined) {
      removed.push({ kind: why, text: whole(value), instead: '', place });
      return undefined;
    }
    if (typeof value === 'string')
      return plainFields.has(path.split('.').at(-1) ?? '') ? value : text(value, path, place);
    if (Array.isArray(value))
      return value.map((item, index) => walk(item, path, `${place}[${index}]`)).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const inner = Object.entries(value)
      .map(([key, child]) => [
        key,
        walk(child, path === '' ? key : `${path}.${key}`, place === '' ? key : `${place}.${key}`),
      ])
      .filter(([, child]) => child !== undefined);
    return inner.length === 0 ? undefined : Object.fromEntries(inner);
  };
  const claims = record.claims?.filter(({ unit }) => redaction.costs || !isMoney(unit));
  const shown = claims === undefined ? record : { ...record, claims };
  return { record: (walk(shown, '', '') ?? {}) as PostmortemRecord, removed };
}
