import { type JsonDocument, readDocuments } from '../documents.ts';
import type { Ignored } from '../ignored.ts';
import type { EvidenceFile } from '../source.ts';
import { SourceError } from '../source-error.ts';

/** Text of a property, empty when there is none. */
function textAt(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return '';
  const found = (value as Record<string, unknown>)[name];
  return typeof found === 'string' ? found : '';
}

/** The objects of a file: a List, an EventList, an array, single objects, or one per line (`--watch`). */
export function items(file: EvidenceFile): { items: JsonDocument[]; ignored: Ignored[] } {
  const { documents, ignored } = readDocuments(file);
  const all = documents.flatMap(({ value, at }) => {
    const list = Array.isArray(value) ? value : (value as { items?: unknown } | null)?.items;
    if (!Array.isArray(list)) return [{ value, at }];
    const base = Array.isArray(value) ? at : `${at}/items`;
    return list.map((item: unknown, index) => ({ value: watched(item), at: `${base}/${index}` }));
  });
  return { items: all.map(({ value, at }) => ({ value: watched(value), at })), ignored };
}

/** `--output-watch-events` wraps each object as {type, object}, the eventrouter each event as {verb, event}. */
function watched(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inner = 'object' in value ? value.object : undefined;
  if (textAt(value, 'type') === 'BOOKMARK') return undefined;
  const routed = 'event' in value && textAt(value, 'verb') !== '' ? value.event : undefined;
  if (routed !== undefined && isEvent(routed)) return routed;
  return textAt(inner, 'kind') === '' ? value : inner;
}

/** True for an audit log's entry, which is of kind Event too. */
export const isAudit = (value: unknown) => textAt(value, 'apiVersion').startsWith('audit.k8s.io/');

/** Members that the API server always writes into an event; of what is no time there, null. */
const timeMembers = ['firstTimestamp', 'lastTimestamp', 'eventTime', 'deprecatedFirstTimestamp'];

/**
 * True for a cluster event of either API. Objects of an EventList may leave out kind and apiVersion; then its times tell it from
 * the alerts of Flux and others, which speak of an `involvedObject` too.
 */
export function isEvent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || isAudit(value)) return false;
  const kind = textAt(value, 'kind');
  if (kind !== '' && kind !== 'Event') return false;
  const version = textAt(value, 'apiVersion');
  if (version !== '' && version !== 'v1' && !version.startsWith('events.k8s.io/')) return false;
  if (kind === '' && !timeMembers.some((name) => name in value)) return false;
  return 'involvedObject' in value || 'regarding' in value;
}

/** Throws the error for a file without a cluster event: an audit log, another kind of object, or something else. */
export function refuse(file: EvidenceFile, values: JsonDocument[]): never {
  if (values.some(({ value }) => isAudit(value))) {
    throw new SourceError(
      'kubernetes.audit-log',
      'This is a Kubernetes audit log (audit.k8s.io). It is of kind Event too, but this source reads cluster events only.',
      file.name,
      'Take the source kubernetes-audit for it, or export the events: kubectl get events --all-namespaces -o json',
    );
  }
  const kind = values.map(({ value }) => textAt(value, 'kind')).find((found) => found !== '') ?? '';
  throw new SourceError(
    'kubernetes.no-events',
    kind === '' ? 'There is no Kubernetes event here.' : `There is no Kubernetes event here, but ${kind.slice(0, 60)}.`,
    file.name,
    'Export the cluster events: kubectl get events --all-namespaces -o json. Events are kept for about an hour.',
  );
}
