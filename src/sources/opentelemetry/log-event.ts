import { readEpoch } from '../epoch.ts';
import { splitText } from '../keep.ts';
import type { Context } from '../reading.ts';
import { textOf } from '../lenient.ts';
import { anyText, readAny, readPairs } from './any-value.ts';
import type { Placed } from './records.ts';
import { severityOf, warnNumber } from './severity.ts';

/** Members of a structured body that hold its words, most telling first. */
const sentences = ['message', 'msg', 'log', 'event', 'error'];
/** What of a resource says where it broke; the rest describes the software that sent it. */
const tellingResource =
  /^(?:service\.(?:namespace|version|instance\.id)|deployment\.environment(?:\.name)?|host\.name|cloud\.(?:region|availability_zone)|k8s\.(?:cluster|namespace|node|pod|container)\.name)$/;

/** Longest part of a body that identity and storms look at. */
const shapeLimit = 200;

/** Writes one record. Records of one service, level and wording are one storm. A service is told once per resource, a title once. */
export function logEvent(
  { record, resource, scope, at }: Placed,
  told: Record<'services' | 'titles', Set<string>>,
  { reading, ignored, keep }: Context,
): void {
  // A time of 0 is not known: then it is when the record was first seen, in its key as well.
  const when = [record.timeUnixNano, record.observedTimeUnixNano].find((nanos) => nanosToMs(nanos) !== undefined);
  const epochMs = nanosToMs(when);
  if (epochMs === undefined) {
    ignored.add('a log record', 'it has no time', at);
    return;
  }
  const attributes = new Map(readPairs(record.attributes));
  const severity = severityOf(record);
  const service = anyText(resource.attributes.get('service.name'));
  const exception = [attributes.get('exception.type'), attributes.get('exception.message')]
    .map(anyText)
    .filter(Boolean)
    .join(': ');
  const value = readAny(record.body);
  // Of a structured body the words come first; all of it stands in the notes.
  const words = sentences.map((name) => textOf(value, name)).find((found) => found !== undefined);
  const body = words ?? anyText(value);
  const said = keep([record.eventName, body || exception].filter(Boolean).join(': ') || 'a record without words');
  const level = severity?.name ?? record.severityText;
  const { text, notes } = splitText(level === undefined ? said : `${keep(level)}: ${said}`);
  const isBad = (severity?.number ?? 0) >= warnNumber || exception !== '';
  const rows: [string, string][] = [
    ...(words === undefined ? [] : [['Body', anyText(value)] as [string, string]]),
    ...(scope === undefined ? [] : [['Logger', scope] as [string, string]]),
    ...[...attributes].map(([name, value]): [string, string] => [name, anyText(value)]),
    ...(record.traceId === undefined ? [] : [['Trace', record.traceId] as [string, string]]),
    ...[...resource.attributes]
      .filter(([name]) => tellingResource.test(name))
      .map(([name, of]): [string, string] => [name, anyText(of)]),
  ];
  const details = [
    notes,
    keep(
      rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    ),
  ].filter(Boolean);
  const instance =
    anyText(resource.attributes.get('service.instance.id')) || anyText(resource.attributes.get('host.name'));
  const uid = anyText(attributes.get('log.record.uid'));
  const identity =
    uid ||
    [when, service, instance, record.traceId ?? '', record.spanId ?? '', said.slice(0, shapeLimit), said.length].join(
      ':',
    );
  reading.events.push({
    key: `opentelemetry:${keep(identity)}`,
    epochMs,
    text,
    ...(details.length === 0 ? {} : { notes: details.join('\n\n').slice(0, 10_000).toWellFormed() }),
    ...(service === '' ? {} : { actor: keep(service) }),
    evidence: at,
    ...(isBad ? { fold: `opentelemetry:${keep(service)}:${level ?? ''}:${wording(said)}` } : {}),
  });
  if (!isBad) return;
  if (service !== '' && !told.services.has(resource.at)) {
    told.services.add(resource.at);
    reading.facts.services.push({ value: keep(service), evidence: resource.at, epochMs });
  }
  const title = `${service}:${wording(said)}`;
  if ((severity?.number ?? 0) < 17 || told.titles.has(title)) return;
  told.titles.add(title);
  reading.facts.titles.push({ value: splitText(said).text, from: 'symptom', evidence: at, epochMs });
}

/** In 1973: no log is older, and no count of microseconds as large. */
const earliestNanos = 10n ** 17n;

/** A body without what differs from record to record: numbers, ids, addresses. */
const wording = (text: string) =>
  text
    .slice(0, shapeLimit)
    .toWellFormed()
    .replace(/\b[0-9a-f]{8,}(?:-[0-9a-f]{4,})*\b/gi, '#')
    .replace(/\d+/g, '#');

/** Nanoseconds since 1970 as a text; 0 stands for "not known". Microseconds stay. What is too small for them is of a coarser unit. */
function nanosToMs(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,20}(?:\.\d+)?(?:e\+?\d{1,2})?$/.test(text)) return undefined;
  const nanos = /^\d+$/.test(text) ? BigInt(text) : BigInt(Math.round(Number(text)));
  if (nanos < earliestNanos) return readEpoch(Number(nanos));
  const epochMs = Number(nanos / 1000n) / 1000;
  return epochMs > 0 && epochMs < 253_402_300_800_000 ? epochMs : undefined;
}
