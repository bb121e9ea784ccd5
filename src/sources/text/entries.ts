import { clockStampAt, dayStampAt, type Stamp, stampAt } from '../times/stamp.ts';
import type { Entry } from './entry.ts';
import { isProgramSign, nameOnly } from './names.ts';
import { type Header, teamsHeaders } from './teams.ts';

/**
 * A line that names the day of the times below it; `line` is 1-based. Or one that names it by when the text was copied, `back` days before;
 * `soft` when that stands beside a time and gives way to a heading above it.
 */
export type DayLine = { line: number; stamp?: Stamp; back?: number; soft?: true };
/** A text taken apart. `loose` counts lines before the first time. */
export type Lines = { entries: Entry[]; days: DayLine[]; loose: number };

/** Only this much of a line is looked at for a time; a log line has it in front. */
const reach = 160;
/** Lines kept below one time; the rest stays in the evidence. */
const mostBelow = 200;

/** A list's sign, syslog's priority, the numbers of a router's messages, Markdown's signs, a cell of a table. */
const opening =
  /^[\s>]*(?:[-*•+]\s+|\d{1,3}[.)]\s+|<\d{1,3}>(?:1 )?(?:\d{1,10}: )?|\d{1,10}: (?=[*.]?[A-Z]))?[|[(*_`~\s]*(?:\.(?=[A-Z][a-z]{2}\s))?/;
const dayOpening =
  /^[\s#>*=_~–—[(-]*(?:(?:day changed(?: to)?|log (?:opened|closed)|timeline|chronology|incident|outage|notes|log|date|datum|fecha|data|on|of|,|:|-)\s*){0,4}/i;
const namesDay = /log (?:opened|closed)|day changed|^#Date: /i;
const dayClosing =
  /^(?:[\s#*=_~–—:\])(,.-]|(?:all )?times?(?:\s(?:are|in))*|UTC|GMT|[A-Z]{3,4}|[A-Z][a-z]+\/[A-Z]\w+){0,12}$/;
const relativeDay = /^[\s*=_–—-]*(?:(today|heute|hoy|aujourd.hui)|yesterday|gestern|ayer|hier)[\s*=_–—:-]*$/i;
const besideTime = /^(?:(today|heute|hoy|aujourd.hui)|yesterday|gestern|ayer|hier)(?:,? (?:at|um|à|a las))?,? (?=\d)/i;
const closing = /^["'`*_~]{0,3}[\])}]?["'`*_~]{0,3}(?:\s?[-–—|:,;>]{1,2}(?=\s)|[:,;|])?[*_`]{0,3}\s*/;
/** What tools write about their own output, and the lines of a table: nothing that happened. */
const ownLine =
  /^(?:-- (?:Logs begin at|Journal begins at|Boot [\da-f]|Reboot|No entries)|#(?:Software|Version|Fields|Remark|Start-Date|End-Date):|[\s|:+=_-]{3,}$)/;
/** Extended logs of web servers (W3C) name the day of what follows, always in UTC. */
const w3cDay = /^#Date: (?=\d{4}-\d\d-\d\d)/;
/** A sign that people set beside their name. */
const emojiCode = /^(?:\s*:[\w+-]{1,40}:)+\s*/;
const startsTime = /[\s[(="'|:<>,]/;

/** A time with its day somewhere in front of a line: after an address, a pod's name, `time=`. */
function stampWithin(line: string): Stamp | undefined {
  const end = Math.min(line.length, reach);
  for (let from = 1; from < end; from += 1) {
    const code = line.charCodeAt(from);
    if (code < 48 || code > 57 || !startsTime.test(line.charAt(from - 1))) continue;
    const stamp = stampAt(line, from);
    if (stamp?.day?.year !== undefined) return stamp;
  }
  return undefined;
}

/** `Jane Doe  2:21 PM`, as chats are copied: a name, a time, and nothing else. */
function headerOf(line: string): Header | undefined {
  if (line.length > 120 || !/(?:\d|[ap]\.?m\.?)[\])]?:?\s*$/i.test(line)) return undefined;
  for (let from = 2; from < line.length; from += 1) {
    if (!/[\s[(—–,]/.test(line.charAt(from - 1)) || /\s/.test(line.charAt(from))) continue;
    const relative = besideTime.exec(line.slice(from));
    const start = from + (relative?.[0].length ?? 0);
    const stamp = stampAt(line, start) ?? clockStampAt(line, start);
    if (!stamp || !/^[\])\s]*:?\s*$/.test(line.slice(stamp.to))) continue;
    const actor = nameOnly(line.slice(0, from));
    const back = relative ? { back: relative[1] === undefined ? 1 : 0 } : {};
    return actor === undefined ? undefined : { actor, stamp, ...back };
  }
  return undefined;
}

function dayLine(line: string): Stamp | undefined {
  if (line.length > 80) return undefined;
  const w3c = w3cDay.exec(line);
  if (w3c) return stampAt(line, w3c[0].length);
  const from = dayOpening.exec(line)?.[0].length ?? 0;
  const whole = stampAt(line, from);
  if (whole?.day && namesDay.test(line)) return whole;
  const stamp = dayStampAt(line, from);
  return stamp && dayClosing.test(line.slice(stamp.to)) ? stamp : undefined;
}

function stampIn(line: string): Stamp | undefined {
  const from = (emojiCode.exec(line) ?? opening.exec(line))?.[0].length ?? 0;
  const letter = /^[IWEF](?=\d{4} \d\d:\d\d:\d\d)/.test(line);
  const whole = (letter ? klogAt(line) : undefined) ?? stampAt(line, from) ?? datedAt(line, from);
  return whole ?? clockAtStart(line, from) ?? stampWithin(line);
}

/** `4. März 2026 14:23`: what looks like the number of an item is the day. */
function datedAt(line: string, from: number): Stamp | undefined {
  const number = /\d{1,2}\.\s{1,2}$/.exec(line.slice(0, Math.min(from, reach)));
  return number ? stampAt(line, number.index) : undefined;
}

/** `E0304 14:21:00.123456   12345 file.go:12] message`, as Kubernetes' own programs write. */
function klogAt(line: string): Stamp | undefined {
  const clock = clockStampAt(line, 6);
  const day = { month: Number(line.slice(1, 3)), day: Number(line.slice(3, 5)) };
  return clock && { ...clock, day, from: 1 };
}

/** A bare time only where a log or a person has one: `14:21`, `[14:21:05]`, never `10:1` or `1423 users`. */
function clockAtStart(line: string, from: number): Stamp | undefined {
  if (!/^\d{1,2}(?::\d\d|h\d\d(?=\s|$)|\s?[ap]\.?m)/i.test(line.slice(from, from + 8))) return undefined;
  const stamp = clockStampAt(line, from);
  return stamp && !/^[\p{L}\d]/u.test(line.slice(stamp.to)) ? stamp : undefined;
}

/** Chats leave out am and pm below a message that has it: `2:25` after `2:23 PM` is in the afternoon. */
function sameHalf(stamp: Stamp, before: Stamp): Stamp {
  const noonMs = 43_200_000;
  const { clockMs = 0 } = stamp;
  const isAfternoon = before.monthFirst === true && (before.clockMs ?? 0) >= noonMs;
  return isAfternoon && clockMs < noonMs && !stamp.monthFirst
    ? { ...stamp, clockMs: clockMs + noonMs, monthFirst: true }
    : stamp;
}

/** Takes a text apart into what stands under each time, and the lines that name a day. */
export function takeLines(text: string): Lines {
  const result: Lines = { entries: [], days: [], loose: 0 };
  let current: Entry | undefined;
  // A name, with the lines of signs that its owner set beside it.
  let above = { text: '', lines: 0 };
  let speaker: Entry | undefined;
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
  const teamsHeader = teamsHeaders(lines);
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const at = index + 1;
    if (ownLine.test(line)) {
      if (!/^[\s|:+=_-]*$/.test(line)) current = undefined;
      continue;
    }
    const header: Header | undefined = teamsHeader(line) ?? headerOf(line);
    if (header?.back !== undefined) result.days.push({ line: at - 0.5, back: header.back, soft: true });
    const stamp = header ? header.stamp : stampIn(line);
    const day = header || (stamp && !namesDay.test(line)) ? undefined : dayLine(line);
    const relative = relativeDay.exec(line);
    if (day) {
      result.days.push({ line: at, stamp: day });
      current = undefined;
    } else if (relative) {
      result.days.push({ line: at, back: relative[1] === undefined ? 1 : 0 });
      current = undefined;
    } else if (stamp) {
      const rest = line.slice(stamp.to).replace(closing, '');
      const after = line.startsWith('|') ? rest.replace(/\s*\|$/, '') : rest;
      const before = header ? '' : line.slice(0, stamp.from).replace(emojiCode, '');
      const isAlone = !header && after === '' && /^[\s[(]*$/.test(before);
      // A time alone on its line belongs to the name above it, which is no part of the message before.
      const isProgram = isProgramSign(header?.actor);
      const named = isAlone || isProgram ? nameOnly(above.text) : undefined;
      if (named !== undefined) current?.more.splice(-above.lines);
      const goesOn = isAlone && named === undefined ? speaker : undefined;
      const actor = named ?? header?.actor ?? goesOn?.actor;
      const entry = { line: at, stamp: goesOn ? sameHalf(stamp, goesOn.stamp) : stamp, before, after, more: [] };
      current = actor === undefined ? entry : { ...entry, actor };
      if (header || isAlone) speaker = current;
      result.entries.push(current);
    } else if (!current) result.loose += 1;
    else if (current.more.length < mostBelow) current.more.push(line);
    if (day || stamp) above = { text: '', lines: 0 };
    else above = emojiCode.exec(line)?.[0] === line ? { ...above, lines: above.lines + 1 } : { text: line, lines: 1 };
  }
  return result;
}
