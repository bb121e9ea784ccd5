import type { Finding } from '../record/finding.ts';
import { sentence } from '../record/said.ts';
import { ownLines } from './own-words.ts';
import { type Stretch, readStretches } from './prose.ts';
import { toEpochMs } from '../values/instant.ts';
import type { CheckInput, Code, Details } from './check.ts';
import { type TimedEvent, timedEvents } from './timed-event.ts';

/** What the checks share about one document; each part is computed once, on first use. */
export type Context = CheckInput & {
  /** Timeline events that have a readable time, in document order. */
  readonly events: readonly TimedEvent[];
  /** Free text of the record in which language is checked. */
  readonly prose: readonly Stretch[];
  /** Line of a record path in the document, its own or that of the nearest parent that has one. */
  lineOf(path: string): number | undefined;
  /** Epoch milliseconds of a moment; NaN when it has no readable time. */
  instant(moment: { at?: string | undefined; zone?: string | undefined } | undefined): number;
  /** Lines of the source; none when it is not at hand. */
  readonly lines: readonly string[];
  /** The same lines with fenced code and quotes blanked. */
  readonly ownLines: readonly string[];
  /** Text of a 1-based line, '' when the source is not at hand. */
  lineText(line: number | undefined): string;
  /** A finding of this code, with its place filled in. */
  report(code: Code, details: Details): Finding;
};

const lineEnd = /\r\n|\r|\n/;

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}

/** Prepares one input for all checks. */
export function contextOf(input: CheckInput): Context {
  let events: readonly TimedEvent[] | undefined;
  let prose: readonly Stretch[] | undefined;
  let lines: readonly string[] | undefined;
  let own: readonly string[] | undefined;
  const lineOf = (path: string): number | undefined => {
    for (let at = path; at !== ''; at = parentOf(at)) {
      const place = input.places.get(at)?.[0];
      if (place !== undefined) return place.line;
    }
    return undefined;
  };
  return {
    ...input,
    get events() {
      return (events ??= timedEvents(input.record.timeline ?? []));
    },
    get prose() {
      return (prose ??= readStretches(input.record));
    },
    lineOf,
    instant: (moment) => (moment?.at === undefined ? NaN : toEpochMs(moment.at, moment.zone)),
    get lines() {
      return (lines ??= input.source?.split(lineEnd) ?? []);
    },
    get ownLines() {
      return (own ??= ownLines(this.lines));
    },
    lineText(line) {
      return line === undefined ? '' : (this.lines[line - 1] ?? '');
    },
    report(code, details) {
      const line = details.line ?? (details.path === undefined ? undefined : lineOf(details.path));
      return {
        code: code.code,
        severity: details.severity ?? code.severity,
        message: sentence(details.message),
        ...(Object.keys(details.message.values).length === 0 ? {} : { says: { message: details.message } }),
        ...(details.path === undefined ? {} : { path: details.path }),
        ...(line === undefined ? {} : { line }),
        cites: details.cites ?? (details.path === undefined ? [] : [details.path]),
        remedy: details.remedy ?? code.remedy,
        ...(details.suggestion === undefined ? {} : { suggestion: details.suggestion }),
      };
    },
  };
}
