import { readInstant } from '../instant.ts';
import { splitText } from '../keep.ts';
import { textOf } from '../lenient.ts';
import { isUrl } from '../url.ts';
import type { Context } from './context.ts';
import type { ErrorEvent } from './schema.ts';

/** What is known of an error beside itself: the rules that it set off, its project and its issue. */
export type ErrorContext = {
  rules?: string[];
  project?: string | undefined;
  issueId?: string | undefined;
  link?: string | undefined;
};

/**
 * Writes an error. When an alert rule was set off by it, that is a detection; an error by itself is none. Errors of one issue are
 * one storm.
 */
export function readError(event: ErrorEvent, at: string, about: ErrorContext, context: Context): void {
  const { reading, ignored, keep } = context;
  const title = keep(event.title ?? event.message ?? 'an error without a title');
  if (isSample(event)) {
    ignored.add('a sample event', 'it is a test of the webhook', at);
    return;
  }
  const when = timeOf(event);
  if (when === undefined) {
    ignored.add('an error', 'it has no time', at);
    return;
  }
  const { rules } = about;
  const level = event.level === undefined || event.level === 'error' ? '' : ` (${keep(event.level)})`;
  const by = (rules ?? []).map((rule) => keep(rule)).join(', ');
  const sentence =
    rules === undefined ? `Error${level}: ${title}` : `Sentry alert${by && ` "${by}"`} fired${level}: ${title}`;
  const { text, notes } = splitText(sentence);
  const id = keep(event.event_id ?? `${when.epochMs}:${title}`);
  const issueId = about.issueId ?? event.issue_id ?? /\/issues\/(\d{1,20})\//.exec(event.issue_url ?? '')?.[1];
  reading.events.push({
    key: rules === undefined ? `sentry:error:${id}` : `sentry:alert:${id}:${by}`,
    epochMs: when.epochMs,
    text,
    notes: [notes, detailsOf(event, keep)].filter(Boolean).join('\n\n'),
    actor: 'Sentry',
    ...(rules === undefined ? {} : { phase: 'detection' as const, milestone: 'detected' as const }),
    evidence: at,
    ...(issueId === undefined
      ? {}
      : { fold: `sentry:${rules === undefined ? 'errors' : `alerts:${by}`}:${keep(issueId)}` }),
  });
  errorFacts(event, title, at, when.epochMs, about, context);
}

function errorFacts(
  event: ErrorEvent,
  title: string,
  at: string,
  epochMs: number,
  about: ErrorContext,
  { reading, keep }: Context,
): void {
  const { facts } = reading;
  const isAlert = about.rules !== undefined;
  facts.titles.push({ value: title, from: isAlert ? 'alert' : 'symptom', evidence: at, epochMs });
  const project = about.project ?? projectOf(event.url);
  if (project !== undefined) facts.services.push({ value: keep(project), evidence: at, epochMs });
  const link = about.link ?? event.web_url;
  if (isUrl(link)) facts.links.push({ value: keep(link), kind: 'error', of: title, evidence: at });
}

/** The slug of the project, which only stands in the address of the API. */
const projectOf = (url: string | undefined) => /\/projects\/[^/]{1,200}\/([^/]{1,200})\//.exec(url ?? '')?.[1];

/** When the error happened, else when Sentry got it. */
function timeOf(event: ErrorEvent): { epochMs: number } | undefined {
  const epochMs = readInstant(event.datetime) ?? secondsOf(event.timestamp) ?? secondsOf(event.received);
  return epochMs === undefined ? undefined : { epochMs };
}

/** Seconds since 1970 with a fraction, as a number or a text; or RFC 3339. Microseconds stay. */
function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && /^\d{9,11}(?:\.\d{1,9})?$/.test(value) ? Number(value) : value;
  if (typeof seconds === 'string') return readInstant(seconds);
  if (typeof seconds !== 'number' || !(seconds > 0 && seconds < 1e11)) return undefined;
  return Math.round(seconds * 1e6) / 1000;
}

/** Sentry's own example, sent by its "Test" buttons. */
function isSample({ tags, title, message }: ErrorEvent): boolean {
  const isTagged = tags.some((tag) => Array.isArray(tag) && tag[0] === 'sample_event' && tag[1] === 'yes');
  return isTagged || /^This is an example \S{1,40} exception$/.test(title ?? message ?? '');
}

function detailsOf(event: ErrorEvent, keep: (text: string) => string): string {
  const tag = (name: string) => {
    const found = event.tags.find((pair) => (Array.isArray(pair) ? pair[0] : textOf(pair, 'key')) === name);
    const value: unknown = Array.isArray(found) ? found[1] : textOf(found, 'value');
    return typeof value === 'string' ? value : undefined;
  };
  const rows: [string, string | undefined][] = [
    ['Where', event.culprit],
    ['Environment', event.environment ?? tag('environment')],
    ['Release', event.release ?? tag('release')],
    ['Transaction', tag('transaction')],
    ['Server', tag('server_name')],
    ['Platform', event.platform],
  ];
  return rows.flatMap(([name, value]) => (value ? [`${name}: ${keep(value)}`] : [])).join('\n');
}
