import type { DurationValue } from '../values/duration.ts';

/** `a build of three hours`: the thing before `of` is what took so long. */
const thingOf = /\b(?:an?|the|one)\s(?:[\w-]+\s){0,2}?([\w-]+)\sof\s(?:some\s)?$/i;
const lengthOf =
  /^(?:outage|downtime|gap|total|period|interruption|disruption|incident|unavailability|duration|length|window|stretch|blackout|brownout|loss|delay|impact|failure|stop|standstill|pause|time|span|degradation|lag|rest|most|part|course)s?$/i;
/** `on a day with`, `three in one day`: a day of the calendar. */
const calendarDay = /\b(?:on|in|of|within)\s$/i;
/** `(then: 3 hours)`, `in 2019: two days`: how long another one took. */
const backThen = /(?:\(|\bin )(?:then|previously|before|last time|(?:19|20)\d\d)\W{1,2}$/i;
/** `the review meeting took 40 minutes`. */
const gathering =
  /\b(?:meetings?|conference calls?|bridge calls?|review sessions?|drills?|workshops?)\s(?:for|of|took|lasted|was|ran)\s(?:for\s)?$/i;
const aDay = /^(?:a|one|the|an)\s(?:full\s|whole\s)?(?:day|week)$/i;
/** `3 failed in 5 minutes`, `more than 20 errors within 10 minutes`: the condition of an alert. */
const counted =
  /\b(?:counts?|counted|compares?|averages?|evaluates?|looks? (?:at|back))\b[^.,;:]{0,40}\s(?:in|within|over)\s$|\b(?:\d+|two|three|four|five|six|ten|several)\s(?:[\w-]+\s){0,2}(?:fail\w*|errors?|times|attempts|misses|restarts?|timeouts?)\s(?:in|within|over|per|for)\s$/i;
/** `counts restarts within 10 minutes`, where the value itself opens with `within`. */
const counting = /\b(?:counts?|compares?|averages?|evaluates?)\b[^.,;:]{0,40}\s$/i;
/** Words for what watches over a thing, or tells of it. */
export const watching = /\b(?:alerts?|alarms?|checks?|probes?|rules?|monitor\w*|thresholds?|says|shows?)\b/i;
/** `alert (10 minutes without jobs)`, `time-out for requests: 30 s`: a setting. */
const setting =
  /\b(?:alerts?|alarms?|checks?|probes?|rules?)\s\($|\b(?:time-?outs?|intervals?|thresholds?|ttl|retention|limits?|objectives?|targets?|sl[ao]s?|rpo|rto|data loss|since)\b[^.,;:()]{0,30}[:=]\s?$|\b(?:alert(?:ing)?|alarm|check|probe|rule|time-?out|retry|scrape)\s(?:window|interval|period|threshold|limit|delay)s?\s(?:is|was|of)\s$/i;
/** `credits apply after 30 minutes of downtime`: a rule. */
const rule = /\b(?:apply|applies|due|granted|paid|triggers?|starts?|kicks? in)\s(?:only\s)?after\s$/i;
/** `latency rose to 5 minutes`, `delays of 40 minutes`: how late things were, not for how long. */
const lateness =
  /\b(?:delays|latency|latencies|lag)\s(?:[\w-]+\s){0,2}(?:of|was|were|to|at|by)\s$|\b(?:rose|grew|climbed|increased|peaked|went up)\s(?:to|at|by)\s$/i;
/** `the restore took 4 hours`: a step on the way. */
const step =
  /\b(?:migration|restor(?:e|ation)|restart|reboot|roll-?(?:back|out)|deploy\w*|build|backup|upgrade|import|export|fail-?over|query|copy|sync\w*|scan|analysis|investigation|script|job)\s(?:(?:time|duration)\s?:\s?$|(?:itself\s|alone\s|then\s|also\s|again\s)?(?:takes?|took|lasted|runs?|ran)\s(?:us\s)?(?:for\s)?$)/i;
/** `we monitored it for half an hour`: what people did for so long. */
const busy =
  /\b(?:(?:monitor|watch|observ|work|search|look(?!ing for )|investigat|retr[iy]|debugg|discuss)(?:e?d|ing)|awake|we (?:disabled|paused|extended|froze|kept))\b[^.,;:]{0,50}\sfor\s$|\b(?:i|we|she|he|they)\s(?:did\s|then\s|all\s|just\s)?(?:th(?:ink|ought)|talked|argued|wondered|hesitated|considered|waited|sat|stared|slept|read)\b[^.;:]{0,50}\sfor\s$/i;
/** What could have been, what is promised, what was lost on the way. */
const unreal =
  /\b(?:(?:would|could|should|might) have|promises?|guarantees?|commits? to)\b[^.;]{0,60}$|\b(?:we|i)\s(?:then\s)?(?:lost|wasted)\s$/i;
/** `it took 20 minutes to understand`: one step of what was done. */
const toDo =
  /^\sto (?:understand|diagnose|locate|trace|isolate|reproduce|build|write|prepare|agree|decide|reach|review|download|copy)\b/i;
/** `expired for 3 days when the outage began`. */
const beforehand = /^\s(?:old\s)?when\s[^.,;]{1,40}\b(?:began|started|happened|occurred|hit|struck)\b/i;
/** `outages longer than 30 minutes`, `error rate above 5% for 10 minutes`: of any, as a rule says. */
const anyOf =
  /\b(?:everything|anything|whatever|all|those) (?:that|which) (?:last(?:s|ed)|takes?|took)\s$|\b(?:outages|incidents|interruptions|disruptions|failures|downtimes|problems)\s$|\b(?:when|wenn)\b[^,;]{0,80}$/i;
const level = /(?:\b(?:above|below|over|under|exceed\w*)|[<>≥≤])\s?[\d.,]{1,12}\s?(?:%|percent)?\s(?:\w+\s)?for\s$/i;
const acting = /^\s(?:will\s)?(?:trigger|cause|start|raise|page)s?\b/i;
const condition = /\b(?:if|unless|whenever|falls)\b[^,;.]{0,80}$/i;

/** `Event log (24h, Eastern)`: how the times are written. */
const clockForm = /^(?:ours?)?(?:,\s\p{Lu}|\s(?:clock|format|notation|UTC|GMT)\b)/u;

/** What stands before a length of something else. */
const others = [counted, setting, rule, lateness, condition, backThen, gathering, step, busy, unreal];

/** True where a length stands inside quotation marks of its sentence. */
export function isQuoted(sentence: string, { from, to }: DurationValue): boolean {
  const open = Math.max(sentence.lastIndexOf('"', from), sentence.lastIndexOf('“', from));
  if (open < 0) return false;
  const inside = sentence.slice(open + 1, from);
  const quotes = sentence.slice(0, open + 1).split(/["“]/).length - 1;
  return quotes % 2 === 1 && !/["”]/.test(inside) && /["”]/.test(sentence.slice(to));
}

/** True for a length that its own words give to something else: a build, a day of the calendar, the condition of an alert, a relative time. */
export function isAnotherThing(sentence: string, value: DurationValue, before: string, after: string): boolean {
  const thing = thingOf.exec(before)?.[1];
  if (thing !== undefined && !lengthOf.test(thing)) return true;
  if (/^24\s?-?h/i.test(sentence.slice(value.from, value.to)) && clockForm.test(after)) return true;
  if (aDay.test(sentence.slice(value.from, value.to)) && calendarDay.test(before)) return true;
  // `T+4m`, and `(45 minutes and 70 minutes)`: one of several things that took so long.
  if (/(?:^|[\s(])T\s?[+−-]\s?$/.test(before)) return true;
  if (before.endsWith('(') && /^\s(?:and|,)\s\d[^()]{0,30}\)/.test(after)) return true;
  if (
    /(?:minutes|mins?|hours|h)\sand\s$/i.test(before) ||
    /^\s(?:after|before) (?:that|this)\s?(?:[.,;)]|$)/i.test(after)
  )
    return true;
  if (
    others.some((pattern) => pattern.test(before)) ||
    (value.bound === 'atMost' && counting.test(before) && /^within\b/i.test(sentence.slice(value.from, value.to))) ||
    beforehand.test(after) ||
    acting.test(after) ||
    toDo.test(after)
  )
    return true;
  if (value.bound === 'atLeast' && anyOf.test(before)) return true;
  return watching.test(sentence) && (level.test(before) || isQuoted(sentence, value));
}
