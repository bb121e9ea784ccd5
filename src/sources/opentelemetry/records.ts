import { bodies } from '../bodies.ts';
import type { JsonDocument } from '../documents.ts';
import type { Ignored } from '../ignored.ts';
import { issueText } from '../issue.ts';
import { memberOf, textOf } from '../lenient.ts';
import type { Context } from '../reading.ts';
import type { EvidenceFile } from '../source.ts';
import { readPairs } from './any-value.ts';
import { LogRecord } from './schema.ts';

/** What sent records: its attributes, and its place. */
export type Resource = { attributes: Map<string, unknown>; at: string };
/** A record with what sent it. */
export type Placed = { record: LogRecord; resource: Resource; scope: string | undefined; at: string };

/** True for a request or a line of the file exporter with logs. */
export const isLogs = (value: unknown) => Array.isArray(memberOf(value, 'resourceLogs'));
/** True for traces, metrics or profiles in the same encoding. */
export const isOtherSignal = (value: unknown) =>
  ['resourceSpans', 'resourceMetrics', 'resourceProfiles'].some((name) => Array.isArray(memberOf(value, name)));

/** The values of a file, to look at. */
export const values = (file: EvidenceFile): JsonDocument[] => bodies(file).bodies;

/** Items of the lists of a value that have one of the names, with their places. */
function listed({ value, at }: JsonDocument, ...names: string[]): JsonDocument[] {
  return names.flatMap((name) => {
    const list = memberOf(value, name);
    if (!Array.isArray(list)) return [];
    return list.map((item: unknown, index) => ({ value: item, at: `${at}/${name}/${index}` }));
  });
}

function resourceOf({ value, at }: JsonDocument): Resource {
  const pairs = memberOf(memberOf(value, 'resource'), 'attributes');
  return { attributes: new Map(readPairs(Array.isArray(pairs) ? pairs : [])), at: `${at}/resource` };
}

/** All log records of a file, in their order. What is `scopeLogs` was called `instrumentationLibraryLogs` until 0.15. */
export function records(file: EvidenceFile, { ignored }: Context): { records: Placed[]; ignored: Ignored[] } {
  const found = bodies(file);
  const all: Placed[] = [];
  const add = (item: JsonDocument, resource: Resource, scope: string | undefined) => {
    const record = LogRecord.safeParse(item.value);
    if (record.success) all.push({ record: record.data, resource, scope, at: item.at });
    else ignored.add('a log record', issueText(record.error), item.at);
  };
  for (const document of found.bodies) {
    if (!isLogs(document.value)) {
      const why = isOtherSignal(document.value) ? 'only logs are read' : 'it is no resourceLogs';
      ignored.add('a value without logs', why, document.at);
    }
    for (const resourceLogs of listed(document, 'resourceLogs')) {
      const resource = resourceOf(resourceLogs);
      for (const scopeLogs of listed(resourceLogs, 'scopeLogs', 'instrumentationLibraryLogs')) {
        const { value } = scopeLogs;
        const scope = textOf(memberOf(value, 'scope') ?? memberOf(value, 'instrumentationLibrary'), 'name');
        for (const item of listed(scopeLogs, 'logRecords', 'logs')) add(item, resource, scope);
      }
    }
  }
  return { records: all, ignored: found.ignored };
}
