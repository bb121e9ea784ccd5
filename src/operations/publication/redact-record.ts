import type { PostmortemRecord } from '../../record/record.ts';
import { classOf, groupOf, plainFields } from './field-classes.ts';
import { redactText, type Redaction, type Taken } from './redact-text.ts';

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
  const text = (value: string, path: string, place: string): string | undefined => {
    const redacted = redactText(value, redaction);
    removed.push(...redacted.taken.map((one) => ({ ...one, place })));
    if (classOf(path).class !== 'personal') return redacted.text;
    // A field for a name keeps only what the redaction put there: the role.
    const role = redacted.taken.find(({ kind }) => kind === 'name' || kind === 'chat name')?.instead;
    return path === 'roles.name' ? undefined : (role ?? redacted.text);
  };
  /** Why a value of this path is not shown; undefined where it is, or where that depends on what lies in it. */
  const hidden = (path: string, isLeaf: boolean) => {
    const group = isLeaf ? classOf(path) : groupOf(path);
    if (group === undefined || group.class === 'public' || group.class === 'personal') return undefined;
    return group.costs === true && redaction.costs ? undefined : group;
  };
  const walk = (value: unknown, path: string, place: string): unknown => {
    const isObject = typeof value === 'object' && value !== null;
    const group = path === '' ? undefined : hidden(path, !isObject);
    if (group !== undefined) {
      const shown = group.class === 'secret' ? '(not shown)' : whole(value);
      if (isObject || typeof value === 'string') removed.push({ kind: group.why, text: shown, instead: '', place });
      return undefined;
    }
    if (typeof value === 'string')
      return plainFields.has(path.split('.').at(-1) ?? '') ? value : text(value, path, place);
    if (Array.isArray(value))
      return value.map((item, index) => walk(item, path, `${place}[${index}]`)).filter((item) => item !== undefined);
    if (!isObject) return value;
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
