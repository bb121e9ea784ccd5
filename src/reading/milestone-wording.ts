import type { TimelineEvent } from '../record/timeline.ts';
import type { Milestone } from '../record/milestone.ts';
import { wordsOf } from './entry.ts';
import { msOf } from './timeline.ts';

const failing =
  /\b(?:fail|error|down\b|outage|unavailab|offline|unreachable|inaccessib|crash|expir|spik|drop|time ?d? ?outs?|latency|slow|degrad|unable|reject|refus|5\d\d|http 5|out of (?:memory|disk|space)|oom|lost|broken?|breaks?|deleted|removed|corrupt|exhaust|stuck|stall|block|leak|saturat|overload|unhealthy|disconnect|disrupt|not (?:working|responding|available|accessible)|stops?|stopped|loss|climb|grow|elevated|rises?|surge|pile|reaches 0|ausfall|störung|fehler|scheiter|fällt aus|panne|caíd|erreur|échou|refus|falla\b|fallan|rechaz|falha|parou|0%|increase[sd]? in|kicked|stale|wrong (?:data|results?|answers?)|refused|goes? (?:dark|away|down|silent|red)|went (?:dark|away|silent|red)|hangs?\b|hung\b|suspend|dead\b|dies\b|died\b|killed|loses?\b|freez|frozen|froze|halt|no longer|cannot\b|can.t\b|could ?n.t\b|could not\b|trips? (?:both|the|off)|withdrawn|mismatch|panics?\b)/;
const changing =
  /\b(?:deploy|merged?|releas|roll(?:ed|s)? ?out|rollout|upgrad|migrat|push(?:ed)?|applied|config(?:uration)? change|introduc|start(?:s|ed)|begin|began|enabled|switched|renam|edit)/;
const preparing =
  /\b(?:maintenance|planned|scheduled|announce|workshop|proactively|prepar|meeting|in preparation|reminder)/;
const noticing =
  /\b(?:alert|pagers?\b|paged|pages @?[\w.-]+(?= ?(?:[,.(;:)]|$|and\b|at\b|of\b|on\b|who\b|for\b|via\b))|(?:receive[sd]?|gets?|got) (?:a |the )?page|page (?:received|sent|to|fires?|fired|goes|arriv\w*|came|went|reached)\b|paging|pagerduty|opsgenie|pingdom|alarm|report(?:s|ed|ing)\b|report (?:from|of|by|that|received|on|in|via)|first (?:\w+ ){0,2}(?:report|issue|ticket|alert|complaint|mail|call)s?\b|notic|detect|notif|complain|became aware|becomes? aware|made aware|realiz|realis|support tickets?|tickets? (?:open|creat|from)|spotted|observ|customers? (?:contact|rais)|monitoring (?:show|pick|caught)|discover(?!ed root| the root| the cause)|identified (?:an? )?(?:issue|problem|increase)|investigation|message(?:d|s)? (?:from|in)|alert[ea]\b|gemeldet|bemerkt|meldet|meldung|signal[ée]|segnala|alarme\b|repara\b|llama[n]?\b|avisa|calls (?:us|in|it|the|support|our|ops)\b|(?<!\b(?:taking|of|all|no|some|voice|phone|inbound|outbound|incoming|these|failed|new) )calls\W{0,3}$|phones (?:the|us|our|in|it|support)\b|rings\b|informed by|told by|first (?:\w+ )?(?:mail|e-?mail|post|ticket|call|complaint)\b|helpdesk|service desk|^\W{0,3}page(?:\W{0,3}$|\s?[:(–—]|\sto\b)|(?:issues?|bugs?|tickets?) (?:is |was |were )?(?:filed|raised|logged)|(?:files?|filed|opens?|opened|rais(?:es?|ed)) (?:an? )?(?:issue|bug|ticket)\b|(?:uptime|synthetic|external|monitoring|black ?box|smoke|canary|end-to-end|probe) (?:checks?|tests?|probes?|monitors?) (?:fail|go(?:es)? red|turn)|(?:writ(?:es?|ten)|wrote|mails?|mailed|e-?mails?|calls?|called|complains?) (?:in )?(?:to )?(?:support|us|ops|the (?:help ?desk|hot ?line|office|desk|team))\b|bot (?:posts?|posted|writes?|pings?|messages?)\b|sends? (?:an? )?(?:message|alert|notification|warning) (?:to|in)\b|(?:customer|user|client|contributor|maintainer|partner|reader|student|player|colleague|employee|developer|member|citizen|resident|driver|visitor|teacher|instructor|operator|guard|shop|branch)s? (?:\w+ )?(?:writ(?:es?|ing)|wrote|asks?|asked|asking|mails?|mailed|e-?mails?|emailed|tweets?|tweeted|calls?|called|phones?|phoned|rings?|rang|contacts?|contacted|posts?|posted|mentions?|mentioned|complains?)\b)/;
const recovering =
  /\b(?:restored|recover(?:s|ed|y|ing)?\b|resolved|back (?:to normal|up|online|to 100|in (?:service|rotation|operation|production|use))|(?<!\ba )fixed|mitigated|operational|healthy|resum(?:e|es|ed)\b|return(?:s|ed|ing)? to (?:normal|working)|working (?:again|as expected|normally)|all clear|succeed(?:s|ing)? again|stabili[sz]ed|stable|normal(?:ised|ized|ly\b| levels| operation| service)|as usual\b|(?:queue|backlog|spool)s? (?:is |was |are |were )?(?:empty|drained|cleared|gone|worked off|processed)|cleared|no (?:more|further) errors|confirmed (?:working|fix|fixed|up)|(?:is|are|was|were) normal\b|caught up|repaired|reconnected|put right|unpaus\w+|reopen\w*|unblock\w+|can (?:\w+ )?(?:join|log in|pay|order|upload|access|connect|use \w+) again|incident (?:ends|over)|up and running|retour à la normale|rétabli|wiederhergestellt|behoben|normalbetrieb|restablecid|fully (?:up|functional|available)|available again|self-heals|(?:works?|runs?|running|available|reachable|again|over)\W{0,4}$|wieder (?:erreichbar|verfügbar)|versorgt|gelingen|à nouveau|fin de l.(?:incident|panne)|recuperad[oa]|restabelecid|ripristinat|hersteld)/;
/** Things do again what they are there for: `PUTs succeed, jobs green`, `portal and API respond`, `tracker up`. */
const working =
  /(?<!\b(?:not|never|n.t|no|partly|still|yet to) )\b(?:succeeds?|succeeded|green|reachable|responds?|responding|answers?|answered|serves?|serving|delivered|accepted|(?:is|are|was|were|all) (?:up|sent|back|served|open|ok|fine|well|good)|up (?:and|again)|in service|fully open|open (?:again|in all)|(?:stays?|stayed|came|comes|come) (?:up|online|back)|confirm(?:s|ed)? (?:it|that it|by|working)|up to date|caught up|gone)\b|\b(?:up|ok)\W{0,3}$|\b(?:up|ok)[,;.]/;
/** The last measure that ended it, where nobody says that all is well. */
const ending =
  /\b(?:rolled back|roll ?back (?:complete|finish|done)|revert(?:ed|s)|reverted|drained|back to (?:0|zero|baseline)|replaced|ok again|(?:comes?|came|is|are|was|were|switch(?:es|ed)) back|(?:errors?|loss|failures?) (?:stop|end|cease|gone)\w*)\b/;
const unfinished =
  /^\W{0,3}until\b|\b(?:partial|some\b|begin|began|start(?:s|ed|ing)? to|attempt|try|trying|tried|still|not\b|fails?\b|failed|unable|will\b|should|expected|working on|in progress|waiting|if\b|plan)/;
const cause =
  /\b(?:root cause|cause (?:is|was)?|culprit|identified|found (?:that|the)|discovered (?:that|the)|diagnos|realiz|realis|traced)/;

const handling: [Milestone, RegExp][] = [
  [
    'acknowledged',
    /\b(?:ack(?:s|ed|nowledg\w*)|on it\b|takes? (?:the call|it|over (?:as|the incident|from|command))|took (?:the call|it))\b/,
  ],
  ['declared', /\b(?:declar\w+|(?:incident|war room|sev ?-?\d) (?:is |was )?(?:opened|created|raised|called))\b/],
];

/** Somebody speaks up: `A maintainer writes in chat that …`, `@priya asks …`, `message in chat`. */
const speaking =
  /^\W{0,3}(?:[\w@'’./-]{1,30} ){1,8}?(?:writes?|wrote|asks?|asked|tells?|told|says?|said|mailed|telephoned|phoned|called|rang|tweeted|contacted|complains?|complained|(?<!\b(?:taking|of|all|no|some|voice|phone|inbound|outbound|incoming|these|failed|new|api|their|our|error) )(?:telephones|phones|calls|rings|messages|tweets|contacts|mails) )|^\W{0,3}[\w @'’.-]{2,40}: ?["“]|^\W{0,3}(?:an? |the |first )?(?:[\w'’"”“-]{1,20} ){0,2}(?:message|mail|e-?mail|call|ticket|complaint|question|thread|post)s? (?:in|on|from|at|to|by|arriv|comes?|came|opened)\b|\bcritical\b|\b(?:gets?|got|receives?|received) (?:a |an |the )?(?:first )?(?:call|mail|e-?mail|message|ticket|complaint)/;
const notices = (text: string): boolean =>
  (noticing.test(text) || speaking.test(text)) &&
  !/\ball[ -]clear\b/.test(text) &&
  !/\b(?:no alerts?|alerts? (?:did not|didn.t)|cleared)/.test(text);

/** 2 for a text that says that it is over, 1 for one that may, 0 for others. */
function recovery(text: string): number {
  if (recovering.test(text)) return unfinished.test(text) ? 1 : 2;
  return ending.test(text) || (working.test(text) && !failing.test(text)) ? 1 : 0;
}

function suggest(event: TimelineEvent | undefined, milestone: Milestone, from: 'wording' | 'position'): void {
  if (!event || event.milestone !== undefined) return;
  event.milestone = milestone;
  event.inferred = true;
  event.inferredFrom = from;
}

/** The events with a time of day, in order of it. */
function byTime(timeline: TimelineEvent[]): TimelineEvent[] {
  const told = timeline.filter(hasTime);
  const instants = told.filter(({ precision }) => precision === 'instant');
  // A window is not one of its ends, where entries tell these.
  const timed = (instants.length > 2 ? instants : told).map((event) => ({ event, ms: msOf(event) }));
  return timed.toSorted((a, b) => a.ms - b.ms).map(({ event }) => event);
}

const hasTime = (event: TimelineEvent): boolean => event.at !== undefined && event.at.length > 10;

/**
 * Suggests milestones from keywords, for those the document does not state itself. Right about two times in three, so every one is
 * marked `inferred`.
 */
export function suggestByWording(timeline: TimelineEvent[]): void {
  const taken = new Set(timeline.flatMap(({ milestone }) => milestone ?? []));
  const events = byTime(timeline);
  if (events.length < 2) return;
  const told = events.map((event) => wordsOf((event.text ?? '').slice(0, 700)));
  const stated = events.findIndex((event) => event.milestone === 'impactStarted');
  const ended = events.findLastIndex((event) => event.milestone === 'mitigated' || event.milestone === 'resolved');
  const noticedAt = taken.has('detected')
    ? events.findIndex((event) => event.milestone === 'detected')
    : told.findIndex(
        (text, index) =>
          index >= Math.max(0, stated) &&
          notices(text) &&
          // An onset that is known may speak of calls and reports that fail: its notice is another entry.
          !(index === stated && failing.test(text) && !noticing.test(text.slice(0, 40))),
      );
  let onset = stated;
  if (stated < 0 && !taken.has('impactStarted')) {
    const opens = (pattern: RegExp) => (text: string, index: number) =>
      (noticedAt < 0 || index <= noticedAt) && pattern.test(text) && !preparing.test(text) && recovery(text) === 0;
    // What fails goes before what was changed; where both are, the change is the cause.
    const broken = told.findIndex(opens(failing));
    const changed = told.findIndex(opens(changing));
    onset = broken >= 0 && (changed < 0 || broken < noticedAt || broken === changed) ? broken : changed;
    const words = told[onset] ?? '';
    const fails = failing.test(words);
    if (onset >= 0 && onset !== noticedAt) suggest(events[onset], 'impactStarted', fails ? 'wording' : 'position');
    else if (fails && !noticing.test(words.slice(0, 60))) suggest(events[onset], 'impactStarted', 'wording');
  }
  if (!taken.has('detected') && noticedAt >= 0 && noticedAt >= onset) suggest(events[noticedAt], 'detected', 'wording');
  if (!taken.has('mitigated') && !taken.has('resolved') && ended < 0) {
    const last = (least: number) =>
      told.findLastIndex((text, index) => index > Math.max(onset, 0) && recovery(text) >= least);
    const sure = last(2);
    suggest(events[sure >= 0 ? sure : last(1)], 'mitigated', 'wording');
  }
  for (const [milestone, pattern] of handling) {
    const found = taken.has(milestone)
      ? -1
      : events.findIndex(
          (event, index) => event.milestone === undefined && pattern.test(told[index]?.slice(0, 400) ?? ''),
        );
    suggest(events[found], milestone, 'wording');
  }
  if (!taken.has('rootCauseIdentified')) {
    const found = events.findIndex(
      (event, index) =>
        index > Math.max(onset, 0) &&
        event.milestone === undefined &&
        /root cause/i.test(event.text ?? '') &&
        cause.test(wordsOf(event.text ?? '')),
    );
    suggest(events[found], 'rootCauseIdentified', 'wording');
  }
  startOfStatusPage(events);
}

/** A status page opens with `Investigating` and tells no start: its first post is when the incident was noticed at the latest. */
function startOfStatusPage(events: TimelineEvent[]): void {
  const [first] = events;
  const ends = events.some(({ milestone }) => milestone === 'resolved' || milestone === 'mitigated');
  const starts = events.some(({ milestone }) => milestone === 'impactStarted' || milestone === 'detected');
  if (first?.milestone !== 'investigationStarted' || !ends || starts) return;
  Object.assign(first, { milestone: 'detected', inferred: true, inferredFrom: 'position' });
}
