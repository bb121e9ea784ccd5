import type { Claim } from '../../record/claim.ts';
import type { Context } from '../context.ts';
import { saysHowLong } from './spoken-length.ts';
import { isLeading, sectionOf } from './section.ts';
import { isBeside, isInField, isLabelled, reachOf } from './whole.ts';

/** Words that say that a value is that of a part: of the users, of the time, of one component, or of one step. */
const partly =
  /\b(?:some|several|one of|each|every|per|another|partial\w*|intermittent\w*|at least|up to|first|again|after|before|during|until|while|subset|fraction|few|most|many|briefly|(?:second|third) (?:\w{1,12} )?(?:outages?|incident|time|wave|phase|part|period|window|interruption|disruption|half|hour|day|one|region|node|failure|drop|peak|attempt)|twice|(?:\d|two|three|four|several) times|would|if|only|already|maintenance|planned|migrat\w*|upgrad\w*|window|took|maximum|unknown|worst|takes|every|between)\b|%/i;

/** "This incident affected … for 50 minutes", wherever it stands. */
const ofIncident =
  /\b(?:this|the) (?:incident|outage|disruption|interruption) (?:has )?(?:affected|impacted|disrupted|interrupted)\b/i;

/** Figures that a sentence in the summary states of the whole incident, whatever its words. */
const spokenFigures = new Set(['duration', 'downtime', 'degraded']);

/** A wish, a rule or a habit. */
const wished =
  /\b(?:would|should|could|can|will|want|aim|goal|targets?|must|need(?:s|ed)?|ideal\w*|if|usual\w*|normal\w*|typical\w*|promise\w*|expect\w*|next time|in future|from now|instead|each|every|some|partial\w*|region|again|second|third)\b|%/i;
/** Detection counted from something that is no start of an outage. */
const fromElse =
  /\b(?:of|after|from|since) (?:the |its |our |a |an |this |that )?(?:\w{1,12} )?(?:alerts?|alarms?|pages?|paging|reports?|tickets?|calls?|complaints?|notifications?|deploy\w*|releases?|roll-?outs?|changes?|merges?|fix|rollbacks?|reverts?|restarts?|mails?|messages?|detection|escalation|posts?)\b/i;
const proposals = /action|next|follow|prevent|improve|to.?do|lesson|learn|plan|recommend|target|objective/i;

/** The clause in which somebody notices; others tell of what came later. */
const noticed = /detect|notic|alert|alarm|aware|found|pag(?:ed|ing)|report|spot|realis|realiz/i;

/** A sentence that says how long it took until somebody noticed this outage. */
function tellsDetection(context: Context, { text, line }: Claim): boolean {
  const words =
    text
      .slice(0, 600)
      .split(/[,;]/)
      .find((clause) => noticed.test(clause)) ?? text.slice(0, 600);
  if (wished.test(words) || fromElse.test(words)) return false;
  if (context.source === undefined) return false;
  return !proposals.test(sectionOf(context, line));
}

/** `It was over, 99 minutes after it had begun`: the length is that from the start, wherever it is said. */
export const sinceItBegan =
  /\b(?:minutes|mins?|hours?|hrs?|h|an hour and a half) after (?:it|they|(?:the|this) (?:outage|incident|impact|problem|disruption|interruption)) (?:had )?(?:begun|began|started)\b/i;

/** What a typical user met is no length of the whole. */
const statistic = /\b(?:median|mean|average) (?:\w{1,15} ){0,2}(?:interruption|outage|downtime|duration|disruption)\b/i;

/** How long a secret lay open is longer than what somebody did with it. */
const exposure = /\b(?:expos(?:ed|ure)|leaked|visible|valid)\b/i;

/**
 * Is the claim made about the whole incident? A spoken one must stand where documents sum up and name no part, or say in one clause
 * how long something failed.
 */
export function speaksOfAll(context: Context, claim: Claim): boolean {
  if (statistic.test(claim.text.slice(0, 600)) || exposure.test(claim.text.slice(0, 600))) return false;
  if (claim.figure === 'timeToDetect' && !isLabelled(claim))
    return !isInField(context, claim) && tellsDetection(context, claim);
  if (reachOf(context, claim) === 'whole') return true;
  if (isInField(context, claim)) return false;
  if (claim.figure === 'timeToRepair' && sinceItBegan.test(claim.text.slice(0, 600))) return true;
  const words = claim.text.slice(0, 600);
  const isPlain = !isBeside(context, claim) && spokenFigures.has(claim.figure) && !partly.test(words);
  if (isPlain && (ofIncident.test(words) || isLeading(context, claim.line))) return true;
  if (context.source === undefined) return false;
  return saysHowLong(claim) && !proposals.test(sectionOf(context, claim.line));
}
