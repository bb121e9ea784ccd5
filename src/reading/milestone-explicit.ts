import { plainText } from '../markdown/plain.ts';
import type { Milestone } from '../record/milestone.ts';
import { matchesOf } from '../values/matches.ts';
import { joined } from './entry.ts';

const thing =
  '(?:the )?(?:(?:total|full|partial|major|first|second|initial|user|customer|client|service|production|prod|security|global|widespread|p\\d|sev ?-?\\d) ){0,3}(?:incident|outage|impact|fault|issue|problem|disruption|degradation|downtime|failure|störung|ausfall|vorfall|panne|incidente)';
/** What users feel, as against the incident, which is the response to it. */
const ofService =
  '(?:the )?(?:(?:total|full|partial|major|first|second|user|customer|client|service|global|widespread) ){0,2}(?:impact|outage|downtime|disruption|degradation|störung|ausfall)';
const state =
  '(?: (?:is|was|are|were|has|have|been|being|fully|now|officially|confirmed|considered|marked|as|first|initially|formally)){0,4}';

/** What an entry says when it is a milestone, from its first word on. Whole phrases only: keywords in free text are no proof. */
const phrases: [Milestone, string][] = [
  [
    'impactStarted',
    `${thing}${state} (?:start(?:s|ed|ing)?|begins?|began|begun|occur(?:s|red)|onset|beginnt)|(?:start|beginning|onset|beginn|début|inicio) (?:of|der|des|de|del|du) ?(?:the |la |l )?${thing}|(?:initial )?onset(?: of (?:the )?(?:global |widespread |full |partial )?(?:incident|outage|impact|disruption|degradation|errors))?|fault occurs|début de l[ae']? ?(?:incident|panne|l incident)`,
  ],
  [
    'detected',
    `(?:first |initially |initial )?(?:detected|detection|noticed|discovered|erkannt|détecté|detectado)|${thing}${state} (?:detected|discovered|noticed|reported|identified by (?:monitoring|alert\\w*|customers?|users?|support|engineers?))|(?:team|we|engineers?|on ?-?call)(?: (?:is|was|were|are|becomes?|became|made|first))* aware|${thing}${state} (?:opened|raised|filed|logged) by (?:an? |the |one |some )?(?:\\w+ )?(?:customers?|users?|clients?|members?|readers?)|first (?:detected|noticed|reported|alert(?:ed)?(?: fired| received| triggered)?|report(?:ed)?(?: received)?)|initial (?:alert|report|detection of (?:the )?issue)|alert triggered`,
  ],
  [
    'acknowledged',
    `(?:${thing}|alert|page|pager|on ?-?call)${state} acknowledged|acknowledged|acknowledgement|acknowledgment`,
  ],
  [
    'declared',
    `${thing}${state} (?:declared|opened|raised)|declared|declare (?:an )?incident|(?:major )?incident (?:declared|declaration)|sev ?-?\\d (?:incident )?declared`,
  ],
  ['triaged', `triaged|triage complete[d]?|${thing}${state} triaged`],
  [
    'investigationStarted',
    `investigation${state} (?:start(?:s|ed)?|begins?|began|begun|commences?|commenced)|investigations? starts?|investigating|start of (?:the )?investigation`,
  ],
  [
    'rootCauseIdentified',
    `(?:root |the root |the )?cause${state} (?:identified|found|determined|discovered|confirmed|isolated)|identified|(?:issue|problem)${state} identified|identified (?:the )?(?:root )?cause|ursache gefunden`,
  ],
  [
    'mitigationStarted',
    `mitigation${state} (?:start(?:s|ed)?|begins?|began|begun|initiated)|start of (?:the )?mitigation`,
  ],
  [
    'mitigated',
    `${thing}${state} (?:mitigated|repaired|contained|fixed)|mitigated|mitigation (?:complete[d]?|applied|done|successful|in place)|repaired|fixed|recovered|recovery|(?:all |full )?services? ?(?:fully )?${state} (?:restored|recovered|resumes?|resumed)|(?:full )?(?:service )?(?:restoration|recovery)(?: complete[d]?)?|(?:full recovery|fully recovered)|${ofService}${state} (?:ends?|ended|over|stops?|stopped|endet)|end of (?:the )?(?:impact|outage|downtime|disruption)`,
  ],
  [
    'resolved',
    `${thing}${state} (?:resolved|ends?|ended|over|finished|completed|behoben)|resolved|resolution|all[ -]clear(?: (?:is |was )?(?:given|declared|sent|issued))?|end of (?:the )?(?:incident|issue)|behoben|gelöst|retour à la normale|résolu|resuelto|fin de (?:l )?incident`,
  ],
  ['monitoringConfirmed', `post[- ]incident monitoring|monitoring (?:confirmed|complete[d]?)|stability confirmed`],
  ['closed', `(?:${thing}|ticket)${state} closed|closed|incident closure`],
];

/** After the phrase: nothing, a mark, or a word that only adds when, by whom or how. `for some regions` is not the end. */
const after =
  '(?=\\s*(?:$|[:;,.!()\\[\\]–—|]|-{1,3}(?:\\s|$)|(?:at|by|from|after|when|as|with|via|through|following|and|due|automatically|manually|because|since)\\b))';
const single =
  /^(?:detected|detection|noticed|discovered|identified|investigating|resolution|recovery|resolved|mitigated|recovered|fixed|closed|declared|triaged|repaired|acknowledged|onset)$/;
const strictAfter = /^\s*(?:$|[:.!()[\]–—|]|-{1,3}(?:\s|$)|(?:at|by) )/;

const starts = phrases.map(([milestone, source]): [Milestone, RegExp] => [
  milestone,
  new RegExp(`^(?:${source})(?!\\w)${after}`, 'i'),
]);
/** Any of the phrases: most text is dismissed by this one look. */
const anyStart = new RegExp(`^(?:${phrases.map(([, source]) => source).join('|')})(?!\\w)`, 'i');
const bracketed = /[([]\s{0,2}([^()[\]]{3,40})\s{0,2}[)\]]/g;
const isMarked = (text: string): boolean => text.includes('**') || text.includes('__');
const bold = /\*\*([^*]{3,60})\*\*|__([^_]{3,60})__/g;

const outcry = /^[^\p{L}]{0,6}((?:\p{Lu}[\p{Lu}\d-]{1,20}[ ]?){2,5})(?=[^\p{L}\d]|\p{Lu}?[\p{Ll}\d])/u;

/** `OUTAGE ENDS flush done`: a phrase in capitals stands apart from what follows it. */
function shouted(text: string): Milestone | undefined {
  const words = outcry.exec(text)?.[1]?.trim();
  const found = words === undefined ? undefined : phraseAt(words);
  return found && isWhole(found.rest) ? found.milestone : undefined;
}

const startsWithLetter = /^[A-Za-z]/;

function phraseAt(text: string): { milestone: Milestone; rest: string } | undefined {
  const key = (startsWithLetter.test(text) ? text : text.replace(/^[^\p{L}]{1,6}/u, '')).replace(/['’]/g, ' ');
  if (!anyStart.test(key)) return undefined;
  for (const [milestone, pattern] of starts) {
    const match = pattern.exec(key);
    if (!match) continue;
    const rest = key.slice(match[0].length);
    if (single.test(match[0].trim().toLowerCase()) && !strictAfter.test(rest)) continue;
    return { milestone, rest };
  }
  return undefined;
}

const isWhole = (rest: string): boolean => /^[\s:.!)\]*]*$/.test(rest);
const negated = /\b(?:not|never|no longer|partially|partly|some|temporarily)\b|\?\s*$/i;

/**
 * The milestone an entry states in so many words: at its start (`Incident declared`), as a label (`**Recovery:** ...`), in brackets
 * (`(resolved)`), or as a sentence of its own (`Service resumes. Incident ends.`). Undefined for free text.
 */
export function explicitMilestone(markdown: string): Milestone | undefined {
  const head = joined(markdown.slice(0, 600));
  const text = plainText(head);
  if (text === '') return undefined;
  const first = phraseAt(text.slice(0, 120));
  if (first && !negated.test(text.slice(0, 60))) return first.milestone;
  const loud = shouted(text.slice(0, 120));
  if (loud) return loud;
  for (const match of isMarked(head) ? matchesOf(bold, head) : []) {
    const found = phraseAt(match[1] ?? match[2] ?? '');
    if (found && isWhole(found.rest)) return found.milestone;
  }
  for (const match of /[([]/.test(text) ? matchesOf(bracketed, text) : []) {
    const found = phraseAt(match[1] ?? '');
    if (found && isWhole(found.rest)) return found.milestone;
  }
  for (const sentence of /[.!]\s/.test(text) ? text.split(/(?<=[.!])\s+/).slice(1, 8) : []) {
    const found = sentence.length < 60 ? phraseAt(sentence) : undefined;
    // `End of impact, SEV-2 over.`
    if (
      found &&
      (isWhole(found.rest) || (/^(?:start|end|beginning|onset) of /i.test(sentence) && found.rest.startsWith(',')))
    )
      return found.milestone;
  }
  return closingClause(text);
}

/** Up to 48 signs behind the last mark that parts clauses. */
const lastClause = /^.*(?:[,;—–]\s|\s-\s)(.{0,48})$/s;
const ofThing = new RegExp(`^(?:(?:start|beginning|onset|end) of (?:the )?)?${thing}\\b`, 'i');

/** `boxes have taken the keys, impact ends`: a last clause of an entry that names the incident and what became of it. */
function closingClause(text: string): Milestone | undefined {
  if (text.length > 300) return undefined;
  const clause = lastClause.exec(text.slice(-50))?.[1];
  if (clause === undefined || !ofThing.test(clause) || negated.test(text)) return undefined;
  const found = phraseAt(clause);
  return found && isWhole(found.rest) ? found.milestone : undefined;
}
