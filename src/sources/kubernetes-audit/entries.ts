import { bodies } from '../bodies.ts';
import type { JsonDocument } from '../documents.ts';
import type { Ignored } from '../ignored.ts';
import { memberOf, textOf } from '../lenient.ts';
import type { EvidenceFile } from '../source.ts';

/** True for an entry: of the group audit.k8s.io, or in a list, where the group may be left out. */
export const isEntry = (value: unknown) =>
  (textOf(value, 'apiVersion') ?? '').startsWith('audit.k8s.io/') && textOf(value, 'kind') !== 'EventList'
    ? true
    : textOf(value, 'auditID') !== undefined && textOf(value, 'stage') !== undefined;

/** Lists by which clouds export control planes, and the member of an item that holds the entry as a text. */
const exports: { list: string; text(item: unknown): unknown; at: string }[] = [
  { list: 'records', text: (item) => memberOf(memberOf(item, 'properties'), 'log'), at: 'properties/log' },
  { list: 'logEvents', text: (item) => memberOf(item, 'message'), at: 'message' },
  { list: 'events', text: (item) => memberOf(item, 'message'), at: 'message' },
];

/** Entries in an export of Azure (diagnostic settings) or of CloudWatch Logs (EKS), which hold each as a text. */
function exported({ value, at }: JsonDocument): JsonDocument[] {
  return exports.flatMap(({ list, text, at: inner }) => {
    const items = memberOf(value, list);
    if (!Array.isArray(items)) return [];
    return items.flatMap((item: unknown, index) => {
      const held = text(item);
      if (typeof held !== 'string' || !held.includes('"auditID"')) return [];
      try {
        return [{ value: JSON.parse(held), at: `${at}/${list}/${index}/${inner}` }];
      } catch {
        return [];
      }
    });
  });
}

/** The entries of a file: lines of a log, single ones, arrays, what the webhook backend posts, or the export of a cloud. */
export function entries(file: EvidenceFile): { entries: JsonDocument[]; ignored: Ignored[] } {
  const found = bodies(file);
  const all = found.bodies.flatMap(({ value, at }) => {
    const items = memberOf(value, 'items');
    if (Array.isArray(items) && !isEntry(value)) {
      return items.map((item: unknown, index) => ({ value: item, at: `${at}/items/${index}` }));
    }
    const held = exported({ value, at });
    return held.length > 0 ? held : [{ value, at }];
  });
  return { entries: all, ignored: found.ignored };
}
