import type { Claim } from '../record/claim.ts';
import type { Milestone } from '../record/milestone.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { wordsOf } from './entry.ts';
import { failing } from './milestone-words.ts';
import { recovery } from './milestone-wording.ts';
import { msOf } from './timeline.ts';

const ends: Record<string, Milestone> = {
  timeToDetect: 'detected',
  timeToMitigate: 'mitigated',
  timeToRepair: 'mitigated',
  downtime: 'mitigated',
  timeToResolve: 'resolved',
  duration: 'resolved',
};

const endWords: Partial<Record<Milestone, RegExp>> = {
  detected:
    /\b(?:alert|report|notic|detect|page|aware|discover|alarm|complain|identif|notif|call|ticket|writes?\b|wrote|asks?\b|phone|message|check fails|posts?\b|issue filed|spott|observ|misses|gemeldet|meld|bemerkt|signal|segnala|avisa)/,
  mitigated:
    /\b(?:restor|recover|resolv|back|fix|mitigat|operational|healthy|resum|normal|succe(?:ss|ed)|complet|work|confirm|up\b|end|avail|runs?\b|running|online|again|over\b|clear|nouveau|rétabli|fin de|behoben|wieder|weer\b|di nuovo|riacces|versorgt|geling|recuper|restab|funciona|recebid|ripristin|hersteld|reconnect|lift(?:s|ed)\b|(?:moves?|moving|flows?|flowing)\b|put right|unpaus|reopen|caught up)/,
  resolved:
    /\b(?:restor|recover|resolv|back|fix|mitigat|operational|healthy|resum|normal|succe(?:ss|ed)|complet|work|confirm|up\b|end|clos|avail|runs?\b|running|online|again|over\b|clear|nouveau|rétabli|fin de|behoben|wieder|weer\b|di nuovo|riacces|versorgt|geling|recuper|restab|funciona|recebid|ripristin|hersteld|reconnect|lift(?:s|ed)\b|(?:moves?|moving|flows?|flowing)\b|put right|unpaus|reopen|caught up)/,
};
const tellsEnd = (milestone: Milestone, words: string): boolean =>
  endWords[milestone]?.test(words) === true || (milestone !== 'detected' && recovery(words) > 0);
const onsetWords =
  /\b(?:fail|error|went wrong|empty|wrong|down|outage|expire|deploy|crash|start|began|begin|0%|drop|spike|unable|lost|delet|merg|upgrad|appl|releas|full|reject|slow|degrad|dies|died|kill|stop|frozen|freez|suspend|échou|refus|erreur|panne|scheiter|ausfall|fehler|falla|fallo|rechaz|falha|parou|último)/;
const preparing = /\b(?:planned|scheduled|maintenance window|announce|workshop|prepar)/;

/** A length told beside its own window: `from 09:12 to 10:40 (88 minutes)`. */
const clockRange = /\d[:.h]\d\d/;

const mostWanted = 12;

type Wanted = { figure: string; seconds: number; tolerance: number; loose: boolean };
type Match = { wanted: Wanted; index: number; score: number; milestone: Milestone };

/** Claims that two entries of the timeline could explain; qualified ones (support hours, planned) are another quantity. */
function wantedOf(claims: Claim[]): Wanted[] {
  const found = new Map<string, Wanted>();
  for (const claim of claims) {
    if (
      claim.value === undefined ||
      claim.unit !== 'seconds' ||
      !Object.hasOwn(ends, claim.figure) ||
      claim.upTo !== undefined
    )
      continue;
    const { qualifier } = claim;
    if (qualifier !== undefined && !['about', 'at least'].includes(qualifier) && !clockRange.test(qualifier)) continue;
    const loose = claim.approximate === true || claim.origin === 'prose' || claim.origin === 'title';
    const tolerance = claim.approximate ? Math.max(60, claim.value * 0.1) : 59;
    const key = `${claim.figure} ${claim.value}`;
    const before = found.get(key);
    if (before ? before.loose && !loose : found.size < mostWanted)
      found.set(key, { figure: claim.figure, seconds: claim.value, tolerance, loose });
  }
  return [...found.values()].filter(({ seconds }) => seconds > 0);
}

/** The best match of each figure: a document may state several lengths for one. */
function bestOfEach(matches: Match[]): Match[] {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const before = best.get(match.wanted.figure);
    if (!before || match.score > before.score) best.set(match.wanted.figure, match);
  }
  return [...best.values()];
}

function matchesFrom(
  onset: number,
  times: number[],
  words: string[],
  wanted: Wanted[],
  explicit: (milestone: Milestone) => number,
): Match[] {
  return wanted.flatMap((want) => {
    const named = ends[want.figure] as Milestone;
    // What the document itself calls the end of the impact ends its duration, where no end of the incident is told.
    const stated =
      want.figure === 'duration' &&
      explicit('resolved') < 0 &&
      (times[explicit('mitigated')] ?? Number.NaN) > (times[onset] as number);
    const usual = stated ? 'mitigated' : named;
    const fits = (index: number) =>
      Math.abs(((times[index] as number) - (times[onset] as number)) / 1000 - want.seconds) <= want.tolerance;
    // A stated end of the incident may be its closing: then the length may be that of the impact.
    const other = want.loose && want.figure === 'duration' && explicit(usual) >= 0 && !fits(explicit(usual));
    const milestone = other && explicit('mitigated') < 0 ? 'mitigated' : usual;
    const end = explicit(milestone);
    let best: Match | undefined;
    for (let index = 0; index < times.length; index += 1) {
      const off = Math.abs(((times[index] as number) - (times[onset] as number)) / 1000 - want.seconds);
      if (index === onset || (end >= 0 && index !== end) || !(off <= want.tolerance)) continue;
      const said = words[index] ?? '';
      // What fails is no end, whatever a sentence says of so many minutes.
      const sought = end < 0 && milestone !== 'detected' && index < times.length - 1;
      if (
        sought &&
        want.loose &&
        failing.test(said) &&
        recovery(said) === 0 &&
        !/\b(?:until|back|again|up)\b/.test(said)
      )
        continue;
      const telling = end >= 0 || tellsEnd(milestone, said) ? 3 : 0;
      const vague = want.loose && (onset > 0 || want.tolerance > 59);
      if ((vague || milestone !== usual) && telling === 0 && index < times.length - 1) continue;
      const score = 4 + telling - off / (want.tolerance + 1) + (milestone === 'detected' ? 0 : index / times.length);
      if (!best || score > best.score) best = { wanted: want, index, score, milestone };
    }
    return best ? [best] : [];
  });
}

function mark(event: TimelineEvent | undefined, milestone: Milestone): void {
  // Closing the incident may be what the stated time to resolve ends with.
  const closes = event?.milestone === 'closed' && milestone === 'resolved';
  if (!event || (event.milestone !== undefined && !closes)) return;
  event.milestone = milestone;
  event.inferred = true;
  event.inferredFrom = 'claim';
}

/** One onset and what the claims measure from it. */
type Explanation = { onset: number; matches: Match[]; score: number };

/** The onset from which the timeline explains the claims best; undefined where none does. */
function explain(timeline: TimelineEvent[], wanted: Wanted[], fixed: number): Explanation | undefined {
  const explicit = (milestone: Milestone) => timeline.findIndex((event) => event.milestone === milestone);
  // An entry that tells a whole window is no end of one.
  const times = timeline.map((event) => (event.precision === 'range' ? Number.NaN : msOf(event)));
  const words = timeline.map((event) => wordsOf((event.text ?? '').slice(0, 400)));
  const first = times.findIndex((ms) => !Number.isNaN(ms));
  const failed = words.findIndex((text) => onsetWords.test(text) && !preparing.test(text));
  let best: Explanation | undefined;
  for (let onset = 0; onset < timeline.length; onset += 1) {
    if (Number.isNaN(times[onset]) || (fixed >= 0 && onset !== fixed)) continue;
    if (timeline[onset]?.milestone !== undefined && onset !== fixed && timeline[onset]?.milestone !== 'detected')
      continue;
    // `About half an hour` does not make an entry the start that tells of no failure, where one before it does.
    const dull = onset > failed && failed >= 0 && fixed < 0 && !onsetWords.test(words[onset] ?? '');
    const sought = dull ? wanted.filter(({ tolerance }) => tolerance < 60) : wanted;
    const matches = bestOfEach(matchesFrom(onset, times, words, sought, explicit));
    if (matches.length === 0) continue;
    const bonus =
      (onset === first ? 2 : 0) +
      (onsetWords.test(words[onset] ?? '') ? 1.5 : 0) -
      (preparing.test(words[onset] ?? '') ? 2 : 0);
    const score = matches.reduce((sum, match) => sum + match.score, 0) + bonus;
    if (!best || score > best.score) best = { onset, matches, score };
  }
  return best;
}

const hour = 3600;

/** `For an hour and a half` may be 92 minutes: half hours told in prose, with room on both sides. */
const rounded = (wanted: Wanted[]): Wanted[] =>
  wanted.flatMap((want) =>
    want.loose && want.tolerance < 60 && want.seconds >= hour && want.seconds <= 6 * hour && want.seconds % 1800 === 0
      ? [{ ...want, tolerance: want.seconds * 0.04 }]
      : [],
  );

/**
 * Finds milestones by the claims: the pair of entries whose difference is the stated length, all claims sharing their onset.
 * What it marks is inferred and cannot confirm the claim it came from. Explicit milestones are kept and used as fixed ends.
 */
export function suggestByClaims(timeline: TimelineEvent[], claims: Claim[]): void {
  const explicit = (milestone: Milestone) => timeline.findIndex((event) => event.milestone === milestone);
  const fixed = explicit('impactStarted');
  // A stated detection is start enough unless a field says how long it took: a guessed onset makes a known figure a guess.
  const all = wantedOf(claims);
  const tells = all.some(({ figure, loose }) => figure === 'timeToDetect' && !loose);
  const noStart = fixed < 0 && (tells || explicit('detected') < 0);
  const wanted = all.filter(({ figure }) => noStart || explicit(ends[figure] as Milestone) < 0);
  if (wanted.length === 0 || timeline.length < 2 || timeline.length > 400) return;
  const round = rounded(wanted);
  const best = explain(timeline, wanted, fixed) ?? (round.length > 0 ? explain(timeline, round, fixed) : undefined);
  if (!best) return;
  const only = best.matches.length === 1 ? best.matches[0] : undefined;
  // A detection pair alone is right only about half the time: it needs words that say so at one end.
  if (only?.wanted.figure === 'timeToDetect' && best.score < 6.5) return;
  if (fixed < 0) mark(timeline[best.onset], 'impactStarted');
  for (const match of best.matches) mark(timeline[match.index], match.milestone);
}

/**
 * Withdraws an end that wording alone suggests where it is far from every length that the document states without a limit, for the
 * last one that is not far and says that it is over, if there is any.
 */
export function withdrawUnlikely(timeline: TimelineEvent[], claims: Claim[]): void {
  // A short time in a sentence is that of some step as often as that of the incident.
  const stated = claims.flatMap(({ figure, value = 0, qualifier, upTo, origin }) =>
    (figure === 'duration' || figure === 'downtime') &&
    upTo === undefined &&
    value >= (origin === 'prose' ? 600 : 1) &&
    (qualifier === undefined || clockRange.test(qualifier))
      ? [value]
      : [],
  );
  const begins = (name: Milestone) => timeline.find(({ milestone }) => milestone === name);
  const onset = begins('impactStarted') ?? begins('detected');
  if (!onset || stated.length === 0) return;
  const fits = (seconds: number) => stated.some((value) => !(seconds > value * 2 || seconds < value / 2));
  for (const event of timeline) {
    if (event.milestone !== 'mitigated' || event.inferredFrom !== 'wording') continue;
    const seconds = (msOf(event) - msOf(onset)) / 1000;
    if (fits(seconds)) continue;
    delete event.milestone;
    delete event.inferred;
    delete event.inferredFrom;
    const other = timeline.findLast(
      (earlier) =>
        earlier !== onset &&
        earlier.milestone === undefined &&
        fits((msOf(earlier) - msOf(onset)) / 1000) &&
        recovery(wordsOf((earlier.text ?? '').slice(0, 400))) === 2,
    );
    if (other) Object.assign(other, { milestone: 'mitigated', inferred: true, inferredFrom: 'wording' });
    return;
  }
}
