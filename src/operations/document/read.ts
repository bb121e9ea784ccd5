import { computeFigures } from '../../figures/index.ts';
import { checkRecord } from '../../findings/index.ts';
import type { Claim } from '../../record/claim.ts';
import type { Figures } from '../../record/figure.ts';
import type { Finding } from '../../record/finding.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { readRecord, type RecordOptions, type RecordReading } from './read-record.ts';

/** `now` is an RFC 3339 instant, for what depends on today (overdue actions). */
export type ReadOptions = RecordOptions & { now?: string };

/** Everything that can be said of one document. `read --json` prints it. */
export type ReadResult = RecordReading & {
  figures: Figures;
  claims: Claim[];
  findings: Finding[];
  /** Sections no field holds: kept, with the line of their heading. */
  custom: { heading: string; line: number }[];
};

/** Reads any Markdown post-mortem into record, figures, claims and findings. Never throws for what a document holds. */
export function readDocument(source: string, options: ReadOptions = {}): ReadResult {
  const reading = readRecord(source, options);
  const { record, places, policy, encoding } = reading;
  const clock = options.now === undefined ? {} : { now: options.now };
  const file = options.fileName === undefined ? {} : { fileName: options.fileName };
  const timed = inZone(record, options.config?.zone);
  const figures = computeFigures(timed, policy, clock);
  const claims = record.claims ?? [];
  const template = reading.template.name;
  const input = { record: timed, figures, policy, places, claims, encoding, source, template, ...clock, ...file };
  const findings = checkRecord(input);
  const custom = (record.custom ?? []).map(({ heading, line }) => ({ heading, line: line ?? 1 }));
  return { ...reading, figures, claims, findings, custom };
}

/** Times that state no zone, read in the team's; the record itself keeps what the document says. */
function inZone(record: PostmortemRecord, zone: string | undefined): PostmortemRecord {
  if (zone === undefined || record.timeline === undefined) return record;
  const timeline = record.timeline.map((event) => (event.zone === undefined ? { ...event, zone } : event));
  return { ...record, timeline };
}
