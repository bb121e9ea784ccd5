import type { DatedEntry } from './entry.ts';
import { isLevel, speakerIn } from './speaker.ts';

/** An entry in its parts. A log line has a level or the shape of a log; its wording states no milestone. */
export type TextMessage = {
  text: string;
  more: string;
  actor?: string;
  host?: string;
  isLog: boolean;
  rank: number;
  fold?: string;
};

const levels: [pattern: RegExp, rank: number][] = [
  [/\b(?:emerg(?:ency)?|alert|crit(?:ical)?|fatal|panic|severe|failed|failure)\b/i, 0],
  [/\b(?:err(?:or)?|exception|denied|refused|timed? ?out|killed|oom)\b/i, 1],
  [/\bwarn(?:ing)?\b/i, 2],
  [/\b(?:notice|info|information|debug|trace|verbose|fine[rs]?t?)\b/i, 4],
];
/** A level as loggers write it: in brackets, in capitals, or after `level=`. */
const levelMark =
  /(?:^|[\s[(<|])(?:EMERG|ALERT|CRIT(?:ICAL)?|FATAL|PANIC|SEVERE|ERR(?:OR)?|WARN(?:ING)?|NOTICE|INFO|DEBUG|TRACE|VERBOSE)(?=$|[\s\])>|:])|\[(?:\w+:)?(?:emerg|alert|crit|error|warn|notice|info|debug)\]|\b(?:level|lvl|severity)=/;

const access = /^"([A-Z]{3,10}) ([^"\s]{1,2000})[^"]{0,40}" (\d{3}) (\S+)/;
const syslog = /^(?:([\w.-]{1,100}) )?([A-Za-z_][\w./@-]{0,60}(?:\([\w.-]{1,60}\))?)(?:\[(\d{1,10})\])?: /;
const rfc5424 = /^(\S{1,255}) (\S{1,48}) (\S{1,128}) (\S{1,32}) (?:-|((?:\[[^\]]{0,2000}\]){1,20}))(?: |$)/;
const logger = /(?:^|\s)(?:msg|message)=(?:"((?:[^"\\]|\\.){0,2000})"|(\S{1,2000}))/;
const loggedError = /\s(?:err|error)=(?:"((?:[^"\\]|\\.){1,2000})"|(\S{1,2000}))/;
/** A request somewhere in a line of a balancer or a server, a cluster event in columns, a line of Redis. */
const machineLine =
  /"[A-Z]{3,10} [^"\s]{1,2000} HTTP\/[\d.]+"|^\S{1,80} (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/|^(?:Warning|Normal)\s{2,}[A-Z]\w+\s{2,}/;
const redis = /^\d+:[A-Z] $/;
/** The text of a message of klog with values stands in quotes. */
const klogText = /^"((?:[^"\\]|\\.){1,2000})"/;

/** What a line of logfmt says, with its error. */
const structuredText = (text: string): string | undefined => {
  const said = logger.exec(text);
  const why = said && loggedError.exec(text);
  return said ? [said[1] ?? said[2], why?.[1] ?? why?.[2]].filter(Boolean).join(': ') : undefined;
};

/** Equal but for numbers, ids and quoted values: the lines of one storm. */
export function shapeOf(text: string): string {
  return text
    .slice(0, 300)
    .replaceAll(/"[^"]{0,200}"|'[^']{0,200}'/g, '*')
    .replaceAll(/\b[\w-]*\d[\w-]*\b/g, '#');
}

function rankOf(text: string): number {
  const head = text.slice(0, 200);
  return levels.find(([pattern]) => pattern.test(head))?.[1] ?? 3;
}

/** `2` for a message of severity error, as syslog's `<PRI>` says: facility times eight, plus severity. */
function priorityOf(before: string): number | undefined {
  const priority = /<(\d{1,3})>/.exec(before)?.[1];
  return priority === undefined ? undefined : Math.floor((Number(priority) % 8) / 2);
}

function accessLine(request: RegExpExecArray): TextMessage {
  const [, method = '', path = '', status = ''] = request;
  const line = `${method} ${path} answered ${status}`;
  return {
    text: line,
    more: '',
    isLog: true,
    rank: status >= '5' ? 1 : status >= '4' ? 3 : 5,
    fold: `${method} ${shapeOf(path.split('?')[0] ?? '')} ${status}`,
  };
}

function logLine(entry: DatedEntry, text: string): TextMessage | undefined {
  const { before } = entry;
  const request = access.exec(text);
  if (request) return accessLine(request);
  const more = entry.more.join('\n');
  const priority = priorityOf(before);
  const modern = /<\d{1,3}>1 $/.test(before) ? rfc5424.exec(text) : null;
  const classic = modern ? null : syslog.exec(text);
  const found = modern ?? (classic?.[3] !== undefined || /^[a-z\d]/.test(classic?.[1] ?? '') ? classic : null);
  const isKlog = /^[IWEF]$/.test(before);
  const head = isKlog ? /^\s*\d+ [\w.-]{1,80}:\d{1,6}\] /.exec(text) : found;
  const structured = structuredText(text);
  const byProgram = entry.stamp.isMachine === true && !speakerIn(text)?.isPerson;
  const pod = /^(?:\[([\w./-]{2,200})\]|([\w.-]{2,100})\s*\|)\s*$/.exec(before);
  if (
    !found &&
    !isKlog &&
    !pod &&
    structured === undefined &&
    !byProgram &&
    !machineLine.test(text) &&
    !redis.test(before) &&
    !isLevel(text) &&
    priority === undefined &&
    !levelMark.test(text.slice(0, 120)) &&
    !levelMark.test(before)
  )
    return undefined;
  const plain = head ? text.slice(head[0].length).replace(/^\uFEFF/, '') : text;
  const body = structured ?? (isKlog ? plain.replace(klogText, '$1') : plain);
  const rank = priority ?? (isKlog ? { F: 0, E: 1, W: 2, I: 4 }[before as 'E'] : rankOf(`${before} ${text}`));
  const actor = found?.[2] === '-' ? undefined : (found?.[2] ?? pod?.[1] ?? pod?.[2]);
  const host = found?.[1] === '-' ? undefined : found?.[1];
  return {
    text: body,
    // What is left away of a structured line may be what matters: which host, which volume.
    more: [structured === undefined ? '' : plain, modern?.[5] ?? '', more].filter(Boolean).join('\n'),
    isLog: true,
    rank,
    fold: `${actor ?? ''} ${shapeOf(body)}`,
    ...(actor === undefined ? {} : { actor }),
    ...(host === undefined ? {} : { host }),
  };
}

/** The parts of an entry: who, what, and how it counts when there are too many. */
export function messageOf(entry: DatedEntry): TextMessage {
  const { after, more } = entry;
  const [first = '', ...rest] = after === '' ? more : [after, ...more];
  const log = entry.actor === undefined ? logLine(entry, after) : undefined;
  if (log) return log;
  const said = entry.actor === undefined ? speakerIn(first) : undefined;
  const who = entry.actor ?? said?.name;
  const own = said ? first.slice(said.length) : first;
  const text = own === '' ? (rest.shift()?.trim() ?? '') : own;
  const prefix = /[\p{L}]{2}/u.test(entry.before) ? entry.before.trim().replace(/[[(=:|,-]+$/, '') : '';
  return {
    text: prefix === '' || who !== undefined ? text : `${prefix} ${text}`.trim(),
    more: rest.join('\n'),
    isLog: false,
    rank: 3,
    ...(who === undefined ? {} : { actor: who.trim() }),
  };
}
