import { bodies } from '../bodies.ts';
import type { Ignored } from '../ignored.ts';
import { memberOf, textOf } from '../lenient.ts';
import type { EvidenceFile } from '../source.ts';

/** True for an event of CDEvents without the CloudEvent around it, as the examples of its specification are. */
const isBareCdEvent = (value: unknown) =>
  textOf(memberOf(value, 'context'), 'type')?.startsWith('dev.cdevents.') === true;

/** A CloudEvent as members of one object, and its place. `at` ends where a member's name is added. */
export type Placed = { value: unknown; at: string };

/** True for an event in the JSON format: its version and type, in the names of 1.0 and 0.3, or of 0.1. */
export const isCloudEvent = (value: unknown) =>
  isBareCdEvent(value) ||
  (typeof memberOf(value, 'specversion') === 'string' && textOf(value, 'type') !== undefined) ||
  (typeof memberOf(value, 'cloudEventsVersion') === 'string' && textOf(value, 'eventType') !== undefined);

/** True for a request in binary mode: attributes in headers, the data as the body. */
export const isBinary = ({ headers }: EvidenceFile) =>
  headers?.['ce-specversion'] !== undefined && headers['ce-type'] !== undefined;

/** The events of a file: one, a batch, one per line, or one in binary mode. */
export function cloudEvents(file: EvidenceFile): { items: Placed[]; ignored: Ignored[] } {
  if (isBinary(file)) return { items: [{ value: fromHeaders(file), at: `${file.name}#` }], ignored: [] };
  const { bodies: items, ignored } = bodies(file);
  return { items: items.map(({ value, at }) => ({ value: fromOld(value), at })), ignored };
}

/** Header values may be quoted and percent-encoded. A body is JSON when its type says so or when there is none. */
function fromHeaders({ headers = {}, text }: EvidenceFile): unknown {
  const attributes = Object.entries(headers)
    .filter(([name]) => name.startsWith('ce-'))
    .map(([name, value]) => [name.slice(3), decodeHeader(value)]);
  const type = headers['content-type'];
  const data = text === '' ? {} : { data: isJson(type) ? (parse(text) ?? text) : text };
  return { ...Object.fromEntries(attributes), ...(type === undefined ? {} : { datacontenttype: type }), ...data };
}

function decodeHeader(value: string): string {
  const bare = /^"(.*)"$/s.exec(value.trim())?.[1]?.replace(/\\(.)/gs, '$1') ?? value.trim();
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** True for a media type of JSON; without one the specification says JSON. */
export const isJson = (type: string | undefined) => type === undefined || /^[^;]*[/+]json\s*(?:;|$)/i.test(type);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const oldNames: Record<string, string> = {
  cloudEventsVersion: 'specversion',
  eventType: 'type',
  eventID: 'id',
  eventTime: 'time',
  contentType: 'datacontenttype',
  contenttype: 'datacontenttype',
  schemaURL: 'dataschema',
  schemaurl: 'dataschema',
};

/** Names of 0.1 to 0.3 as those of 1.0. */
function fromOld(value: unknown): unknown {
  if (!isCloudEvent(value)) return value;
  if (isBareCdEvent(value)) {
    const context = memberOf(value, 'context');
    const [id, source, type, time] = ['id', 'source', 'type', 'timestamp'].map((name) => textOf(context, name));
    return { specversion: '1.0', id, source, type, time, data: value };
  }
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([name, member]) => [
      Object.hasOwn(oldNames, name) ? oldNames[name] : name,
      member,
    ]),
  );
}
