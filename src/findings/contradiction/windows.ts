import type { Finding } from '../../record/finding.ts';
import { findDurations, formatDuration } from '../../values/duration.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import type { Stretch } from '../prose.ts';

const code: Code = {
  code: 'contradiction.window',
  severity: 'error',
  sentence: 'The windows of several outages do not sum to the stated total.',
  remedy: 'Correct the total or the window that is wrong.',
};

const clock = '(\\d{1,2}):(\\d\\d)(?:\\s?(?:UTC|GMT|Z))?';
const windowForm = new RegExp(`${clock}\\s{0,2}(?:-|–|—|to|and|until|till)\\s{0,2}${clock}`, 'g');
const totalCue = /\b(?:in total|total of|totalling|totaling|altogether|combined|in all)\b/i;

function minutesIn(text: string): number[] {
  return [...text.matchAll(windowForm)].map(([, h1, m1, h2, m2]) => {
    const length = Number(h2) * 60 + Number(m2) - Number(h1) * 60 - Number(m1);
    return length < 0 ? length + 1440 : length;
  });
}

/** A duration that stands within 40 characters of a word for "total", in one paragraph with at least two windows. */
function statedTotal(paragraph: string): { seconds: number; text: string } | undefined {
  const cue = totalCue.exec(paragraph);
  if (cue === null) return undefined;
  const near = findDurations(paragraph).filter(
    ({ from, to, qualifier }) =>
      qualifier === undefined && to > cue.index - 40 && from < cue.index + cue[0].length + 40,
  );
  const [only] = near;
  if (only === undefined || near.length > 1 || only.approximate === true || only.bound !== undefined) return undefined;
  return { seconds: only.seconds, text: paragraph.slice(only.from, only.to) };
}

function inParagraph(context: Context, stretch: Stretch, paragraph: string): Finding | undefined {
  const windows = minutesIn(paragraph);
  if (windows.length < 2 || windows.length > 20) return undefined;
  const total = statedTotal(paragraph);
  if (total === undefined) return undefined;
  const sum = windows.reduce((all, minutes) => all + minutes, 0) * 60;
  const slack = 60 * windows.length + (total.seconds % 3600 === 0 ? Math.min(1800, 0.15 * total.seconds) : 0);
  if (Math.abs(sum - total.seconds) <= slack) return undefined;
  return context.report(code, {
    message: `The ${windows.length} windows named sum to ${formatDuration(sum)}, but the total is stated as ${total.text.trim()}.`,
    path: stretch.path,
    line: stretch.line,
  });
}

/** "from 09:12 to 09:40 and again from 11:05 to 11:30, two hours in total". */
export const windows: Check = {
  codes: [code],
  run: (context) =>
    context.prose
      .filter(({ text, role }) => role === 'account' && totalCue.test(text))
      .flatMap((stretch) =>
        stretch.text.split(/\n\s*\n/).flatMap((paragraph) => inParagraph(context, stretch, paragraph) ?? []),
      ),
};
