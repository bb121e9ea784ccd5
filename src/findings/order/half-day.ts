import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Context } from '../context.ts';
import type { Code } from '../check.ts';
import { paragraphsWith } from '../contradiction/paragraphs.ts';
import { quote } from '../words.ts';

const clock = '(\\d{1,2})[:.](\\d\\d)\\s?([ap])\\.?m\\b\\.?';
/** `from 9:20 AM until 2:40 AM`: both ends name their half of the day. */
const form = `(?<![\\d:.])${clock}(?:\\s(?:UTC|GMT|[A-Z]{2,4}))?\\s{0,2}(?:-|–|—|to|and|until|till)\\s{0,2}${clock}`;
const everyWindow = new RegExp(form, 'gi');
const anyWindow = new RegExp(form, 'i');
/** The window may well run into another day. */
const otherDay =
  /\b(?:next|following|over ?night|previous|yesterday|tomorrow|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?\b|\+1/i;

function minutesOf(hour: string | undefined, minute: string | undefined, half: string | undefined): number {
  return ((Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minute);
}

/** More of them are a habit, and said often enough. */
const mostFindings = 3;
/** Longer paragraphs are data, not sentences. */
const longest = 20_000;

/**
 * A window whose end lies before its start, where the timeline has the start and the end in the other half of the day, and no entry
 * at the end as it is written.
 */
export function halfDaySlips(context: Context, code: Code): Finding[] {
  if (context.source === undefined || context.events.length < 2 || !anyWindow.test(context.source)) return [];
  const minutes = new Set(context.events.map(({ wall }) => Math.floor(wall / 60_000) % 1440));
  const findings: Finding[] = [];
  for (const { text, line } of paragraphsWith(context, everyWindow)) {
    if (text.length > longest) continue;
    for (const [whole, h1, m1, half1, h2, m2, half2] of text.matchAll(everyWindow)) {
      const [from, to] = [minutesOf(h1, m1, half1), minutesOf(h2, m2, half2)];
      const meant = to + 720;
      if (to >= from || meant <= from || minutes.has(to) || !minutes.has(from) || !minutes.has(meant)) continue;
      if (otherDay.test(text.slice(0, 2000))) continue;
      const right = `${Math.floor(meant / 60)}:${String(meant % 60).padStart(2, '0')}`;
      findings.push(
        context.report(code, {
          message: say`${quote(whole)} ends before it starts; the timeline has an entry at ${right}, so AM or PM looks mistyped.`,
          line,
          cites: line === undefined ? [] : [`line ${line}`],
        }),
      );
    }
  }
  return findings.slice(0, mostFindings);
}
