import type { Finding } from '../../record/finding.ts';
import { type Said, say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { explicitEvents } from '../timed-event.ts';
import { dayText, timeText } from '../wall.ts';
import { quote } from '../words.ts';
import { impossibleDays } from './impossible-day.ts';
import { type Typo, typoAt } from './typo.ts';
import { readImpossible } from './written.ts';

const code: Code = {
  code: 'impossible.date',
  severity: 'error',
  sentence: 'A date or time cannot be: no such day, or a year or month that does not fit its neighbours.',
  remedy: 'Correct the date; figures that rest on it are unknown until then.',
};

function impossible(context: Context, written: string | undefined, path: () => string, line?: number): Finding[] {
  const why = written === undefined ? undefined : readImpossible(written);
  if (why === undefined) return [];
  return [context.report(code, { message: say`${quote(written ?? '')}: ${why}.`, path: path(), line })];
}

const part = (typo: Typo): Said => (typo.part === 'year' ? say`year` : say`month`);

function written(context: Context): Finding[] {
  const { incident, timeline } = context.record;
  const findings = impossible(context, incident?.start?.written, () => 'incident.start');
  findings.push(...impossible(context, incident?.end?.written, () => 'incident.end'));
  timeline?.forEach((event, index) => {
    for (const found of impossible(context, event.written, () => `timeline[${index}]`, event.line))
      findings.push(found);
  });
  return findings;
}

/** Milestones first, as documents list them apart; then the whole timeline in its order. */
function typos(context: Context): Finding[] {
  const seen = new Set<number>();
  const named = explicitEvents(context.events, ['impactStarted', 'detected', 'declared', 'mitigated', 'resolved']);
  const findings: Finding[] = [];
  for (const events of [context.events, named]) {
    events.forEach((here, at) => {
      const typo = here.exact ? typoAt(events, at) : undefined;
      if (typo === undefined || seen.has(here.index)) return;
      seen.add(here.index);
      const neighbour = events[at - 1] ?? events[at + 1];
      findings.push(
        context.report(code, {
          message: say`${timeText(here.wall)} stands next to ${timeText(neighbour?.wall ?? here.wall)}; with ${dayText(typo.corrected)} the order is right, so the ${part(typo)} looks mistyped.`,
          path: here.path,
          line: here.event.line,
          cites: [here.path, ...(neighbour === undefined ? [] : [neighbour.path])],
        }),
      );
    });
  }
  return findings;
}

/** Days that do not exist, hours past 24, and years or months that only a slip explains. */
export const dates: Check = {
  codes: [code],
  run(context) {
    const found = written(context);
    const lines = new Set(found.map(({ line }) => line));
    return [...found, ...impossibleDays(context, code, lines), ...typos(context)];
  },
};
