import { textOf } from '../lenient.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { logEvent } from './log-event.ts';
import { isLogs, isOtherSignal, records, values, type Placed } from './records.ts';
import { severityOf, warnNumber } from './severity.ts';

/** So many records below a warning are told one by one; more of them are the noise of every day. */
export const fewRecords = 20;

/** Reads log records. Throws SourceError `opentelemetry.no-logs` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const all = values(file);
  if (!all.some(({ value }) => isLogs(value))) {
    const isOther = all.some(({ value }) => isOtherSignal(value));
    throw new SourceError(
      'opentelemetry.no-logs',
      isOther
        ? 'These are traces or metrics of OpenTelemetry; only logs are read.'
        : 'There are no logs of OpenTelemetry here.',
      file.name,
      'Send the logs pipeline, in the encoding json.',
    );
  }
  const { context, done } = startReading('opentelemetry', file);
  const found = records(file, context);
  const told = { services: new Set<string>(), titles: new Set<string>() };
  const quiet = found.records.filter((placed) => !isTelling(placed));
  const isFew = quiet.length <= fewRecords;
  for (const placed of found.records) {
    if (isFew || isTelling(placed)) logEvent(placed, told, context);
    else {
      const level = severityOf(placed.record)?.name ?? 'no level';
      context.ignored.add(
        `a log record of ${level}`,
        `below a warning there are more than ${fewRecords} of them`,
        placed.at,
      );
    }
  }
  return done(found.ignored);
}

/** A warning or worse; or an exception, whatever its level. */
function isTelling({ record }: Placed): boolean {
  const severity = severityOf(record);
  if (severity !== undefined) return severity.number >= warnNumber;
  return record.attributes.some((pair) => textOf(pair, 'key')?.startsWith('exception.') === true);
}
