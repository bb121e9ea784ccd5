import type { Claim } from '../../record/claim.ts';
import { findDurations } from '../../values/duration.ts';

/** Words right before a length that make it that of the whole state told, and no bound or step of it. */
const forLength =
  /\b(?:for|lasted|lasting)(?: (?:a )?(?:period|duration|total) of| (?:just|only|almost|nearly|some|a))?\s*$/i;
/** `It took us 45 minutes to fix`. */
const tookLength =
  /^\W*(?:in all |overall |so )?(?:it|this) (?:all )?took (?:us |the team )?(?:just |only |almost )?$/i;
const tookTo = /^\s?(?:to|until|before)\b/i;

/** What fails, or is not there. */
const failing =
  /\b(?:fail\w*|errors?|declin\w*|reject\w*|refus\w*|time[sd]? ?out|timeouts?|down|offline|clos(?:ed|ure)|unavailab\w*|unreachable|inaccessible|unable|outages?|disrupt\w*|interrupt\w*|stopped|stood still|blocked|stuck|broken|empty|without|no|none|nobody|not|cannot|can[’']t|couldn[’']t|didn[’']t|wrong|lost|dropped|missing|returned|frozen|froze|gone|dark|held up|off the|out of service|5\d\d)\b/i;
/** A part of the time, one case of many, a wish, or work that was planned; and what somebody did for so long. */
const partOfTime =
  /\b(?:each|every|per|another|briefly|brief|intermittent\w*|twice|times|would|could have|if|planned|maintenance|the (?:first|second|third)|again|further|additional|longest|worst|maximum|monitor\w*|watch\w*|observ\w*|wait\w*|retr(?:y|ies|ied)|kept|keeps?|stored?|retained|expire[sd]?|valid|cached|delayed|late|one of|single|test\w*|took|taken|put|held|paused|until then|region|zone|node|shard)\b/i;
/** A part of the things; that a part of the people is meant says nothing about the length. */
export const partOfThings =
  /\b(?:some|several|few|certain)\b(?! (?:of (?:our |the )?)?(?:users|customers|people|requests|players|visitors|clients|members|readers|calls)\b)/i;
/** After such a moment the rest of an outage goes on. */
const afterRepair =
  /^\s?(?:after|following|since) (?:\w{1,12} ){0,3}(?:fix|rollback|revert|restart|reboot|recovery|repair|mitigation|resolution|restor\w*|detect\w*|alert\w*|page[sd]?|report\w*)\b/i;

const boundary = /[.;:!?()]\s|[,—–]\s|\s-\s|\b(?:and|but|which|so|then) /gi;
const proposition = /^[^.;:!?()—,]{0,120}/;

/** Offset behind the last mark or word before `to` that begins another clause. */
function clauseStart(text: string, to: number): number {
  let start = 0;
  boundary.lastIndex = 0;
  for (let match = boundary.exec(text); match !== null && match.index < to; match = boundary.exec(text))
    if (match.index + match[0].length <= to) start = match.index + match[0].length;
  return start;
}

/**
 * Does a sentence say plainly how long something failed: `suggestions were empty for 42 minutes after …`, `For 35 minutes nobody could
 * …`, `It took us 45 minutes to fix`? Only the clause of the length counts, so a sentence may tell other things too.
 */
export function saysHowLong({ text, value }: Claim): boolean {
  const words = text.slice(0, 600);
  const length = findDurations(words).find(({ seconds }) => seconds === value);
  if (length === undefined || length.bound !== undefined) return false;
  const before = words.slice(clauseStart(words, length.from), length.from);
  const after = proposition.exec(words.slice(length.to))?.[0] ?? '';
  if (tookLength.test(before)) return tookTo.test(after);
  if (!forLength.test(before) || afterRepair.test(after)) return false;
  const opens = /^\W*for(?: about| some)?\s*$/i.test(before);
  const clause = opens ? after : before;
  return failing.test(clause) && !partOfTime.test(clause) && !partOfThings.test(clause);
}
