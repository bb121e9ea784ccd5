import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import { formatDuration } from '../../values/duration.ts';
import type { Check } from '../check.ts';
import type { Context } from '../context.ts';
import { timeText } from '../wall.ts';
import { quote } from '../words.ts';
import { paragraphsWith } from './paragraphs.ts';
import { plausiblePairs } from './plausible.ts';
import { isLeading, sectionOf } from './section.ts';
import { spanCodes } from './span-codes.ts';

const soon =
  /\bwithin (?:a (?:few|couple of) |just )?(?:minutes|seconds|moments)\b|\b(?:almost |nearly )?(?:immediately|instantly|at once|straight ?away)\b/gi;
/** Cheap to look for first. */
const openings = ['within ', 'mmediately', 'nstantly', 'at once', 'straight'];
/** Somebody or something notices, in the same sentence and not far from the words. */
const noticing =
  /\b(?:detected|noticed|caught|alerted|paged|spotted|discovered|picked up|alarmed|aware|alarm (?:fired|rang|went)|alerts? (?:fired|went))\b/i;
/** Promptness of what came after the notice, or one that is wished for. */
const other =
  /\b(?:not|n[’']t|never|would|should|could|will|after (?:the|an?|being) (?:alert|page|alarm|notif\w*|report|call)|rolled|revert\w*|fix\w*|recover\w*|restor\w*|mitigat\w*|resolv\w*|acknowledg\w*|answer\w*|respond\w*|joined|second|later)\b/i;

const detecting = /detect|notic|alert|monitor|went well|how .{0,20}(?:knew|found|learn)/i;

/** With all pairs longer than this, nothing was noticed within minutes. */
const mostSeconds = 30 * 60;

const sentenceEnd = /(?<=[.!?])\s/;

function saysSoon(context: Context, text: string, line: number | undefined): string | undefined {
  if (text.length > 4000 || !(isLeading(context, line) || detecting.test(sectionOf(context, line)))) return undefined;
  return text
    .split(sentenceEnd)
    .find((sentence) => sentence.search(soon) >= 0 && noticing.test(sentence) && !other.test(sentence));
}

/** "Monitoring caught it within minutes" beside a timeline in which half an hour passes before anybody notices. */
export const atOnce: Check = {
  codes: [],
  run(context) {
    const code = spanCodes.get('timeToDetect');
    if (code === undefined || context.events.length < 4 || context.source === undefined) return [];
    if (!openings.some((opening) => context.source?.includes(opening)) || context.source.search(soon) < 0) return [];
    const { pairs = [], noticeApart } = plausiblePairs(context, 'detection');
    const [shortest] = pairs.toSorted((a, b) => a.seconds - b.seconds);
    if (shortest === undefined || !noticeApart || shortest.seconds <= mostSeconds) return [];
    for (const { text, line } of paragraphsWith(context, soon)) {
      const sentence = saysSoon(context, text, line);
      if (sentence === undefined) continue;
      const finding: Finding = context.report(code, {
        message: say`The document states ${quote(sentence)}, but from ${timeText(shortest.from.wall)} to ${timeText(shortest.to.wall)} it is ${formatDuration(shortest.seconds)}, and no entry shows an earlier notice.`,
        line,
        cites: [shortest.from.path, shortest.to.path],
        severity: 'warning',
      });
      return [finding];
    }
    return [];
  },
};
