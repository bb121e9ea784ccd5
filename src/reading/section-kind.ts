import { headingKey } from '../markdown/heading-key.ts';
import type { MarkdownDoc } from '../markdown/blocks.ts';
import { type Section, sections } from '../markdown/sections.ts';

/** What a section of a post-mortem speaks of. `other` is everything the vocabulary does not know. */
export type Kind =
  | 'timeline'
  | 'actions'
  | 'prevention'
  | 'reference'
  | 'summary'
  | 'impact'
  | 'detection'
  | 'rootCause'
  | 'trigger'
  | 'factors'
  | 'resolution'
  | 'wentWell'
  | 'wentWrong'
  | 'lucky'
  | 'lessons'
  | 'people'
  | 'related'
  | 'links'
  | 'communications'
  | 'metrics'
  | 'header'
  | 'other';

/** A section with what it speaks of, and what the sections around it speak of (outermost first). */
export type KindSection = Section & {
  kind: Kind;
  within: Kind[];
  /** Index of the outermost section of the same kind. */ group: number;
};

/**
 * General wordings of post-mortem headings, matched on the heading's key; the first that fits wins.
 * English in many wordings, and the common German, French and Spanish ones.
 */
const vocabulary: [Kind, RegExp][] = [
  [
    'timeline',
    /\btime ?lines?\b|chronolog|sequence of events|key events|(?:event|incident|activity) log\b|\bplay by play|zeitleiste|zeitachse|zeitlicher|\bablauf|déroulement|cronolog|^log$|^events$|course of events|history of (?:the )?(?:events|incident)|minute by minute|order of events|(?:status|incident) (?:page )?(?:updates|history)|^updates$|\bdiary\b|\blogbook\b|^(?:live|running|incident) notes$|^play by play|^tagebuch|^journal\b/,
  ],
  [
    'reference',
    /glossar|terminolog|definitions?\b|^faq|q ?a$|frequently asked|^template|how to use|targets?\b|service level objectives|\bslos?\b/,
  ],
  [
    'links',
    /^(?:references?|links?|further reading|resources|supporting|evidence|related (?:links|documents|documentation|resources)|see also|attachments?|quellen|références)/,
  ],
  ['related', /related incidents?|similar incidents?|(?:previous|recurring|past|earlier) incidents?/],
  [
    'prevention',
    /prevent|vermeid|vorbeug|empêcher|évit|^future|going forward|how we (?:will|are)|what (?:we|were|we re|we are) (?:doing|going|changing)|(?:what|things) we (?:will|ll|do (?:now|next)|plan)\b|what (?:will|s|is) (?:be )?(?:done|chang\w+|next)\b|recommendations?|improvements?$|^improvements?\b|corrective measures/,
  ],
  [
    'actions',
    /\bactions? (?:items?|plans?|points?|list|log)|^actions?$|^actions? (?!taken)|corrective|follow ?ups?|next steps|to ?dos?\b|^tasks\b|remediation (?:items|plan|tasks|actions)|ma(?:ß|ss)nahmen|prochaines|plan d action|acciones|planned work|^remediations?$|(?:short|long|medium) term|preventative/,
  ],
  [
    'wentWell',
    /(?:went|go|gone|worked|did) (?:well|right|ok)|positives|what worked|gut (?:lief|gelaufen)|bien (?:passé|fonctionné)|salió bien|^successes/,
  ],
  ['lucky', /luck|glück/],
  [
    'wentWrong',
    /(?:went|gone|go) (?:wrong|badly|poorly|less well|not so well)|(?:didnt|did not) (?:go|work) (?:so )?(?:well)?|could (?:have )?(?:been |be |gone |go |do |done )?(?:better|improved)|schlecht|nicht (?:so )?gut|mal passé|salió mal|process breakdowns|needs? improvement|problems? (?:encountered|we had)/,
  ],
  ['lessons', /lessons?|learn|takeaways?|erkenntnis|enseignements|lecciones|retrospective|reflections?/],
  [
    'factors',
    /contribut|(?:aggravating|compounding|underlying) (?:factors?|causes?)|beitragende|facteurs|factores|^factors|conditions/,
  ],
  ['trigger', /\btriggers?\b|auslöser|déclencheur/],
  [
    'rootCause',
    /\bcauses?\b|what (?:caused|went on|was the problem)|why (?:it|did|this) |ursachen?\b|causa|5 whys|five whys|technical (?:details|analysis|explanation)|problem description|analysis|^fault\b|underlying/,
  ],
  [
    'detection',
    /detect|discover|how (?:did|was|were) (?:it|we|this|the) .{0,20}(?:notice|found|alert)|erkennung|entdeckung|détection|detección|noticed|alerting/,
  ],
  [
    'resolution',
    /resol|recover|remedi|mitigat|\bfix(?:es)?\b|wiederherstell|behebung|lösung|rétablissement|repar|containment|how (?:we|did we|was it) .{0,12}fix|response\b|actions taken/,
  ],
  [
    'impact',
    /impact|affected|consequences|damage|auswirkung|betroffen|conséquence|afectad|\bscope\b|severity|symptoms?|customer experience|who was|blast radius|user facing/,
  ],
  [
    'summary',
    /summary|overview|abstract|tl ?dr|synopsis|zusammenfassung|überblick|résumé|resumen|what happened|^description|incident description|was (?:ist )?passiert|que s est il|qué pasó|^introduction|^background|at a glance|in short|(?:short|brief|quick) version|^in brief|nutshell|^the (?:incident|outage)$|outage description/,
  ],
  [
    'people',
    /attend|participants?|people|responders?|\broles?\b|who was involved|beteiligte|teilnehmer|incident (?:team|commander|lead)|\bauthors?\b|involved parties|points? of contact|stakeholders/,
  ],
  ['communications', /communicat|messaging|status page|announcement|kommunikation/],
  [
    'metrics',
    /^stats?$|statistics|\bmetrics\b|\bfigures\b|\bnumbers\b|kennzahlen|\bmttr\b|durations?$|^dauer|durée|timing|downtime|time to /,
  ],
  [
    'header',
    /^(?:metadata|details|incident (?:details|info|information|data|metadata|report)|general|general information|header|basic information|key (?:facts|information|data)|facts|report status|status|fiche)$/,
  ],
];

const timeline = vocabulary.find(([kind]) => kind === 'timeline')?.[1] ?? /$^/;

/** True for a heading of kind `timeline`, the first that is looked for. */
export const isTimelineHeading = (title: string): boolean => timeline.test(headingKey(title));

/** What a heading speaks of. */
export function kindOfHeading(title: string): Kind {
  const key = headingKey(title);
  if (key === '') return 'other';
  return vocabulary.find(([, pattern]) => pattern.test(key))?.[0] ?? 'other';
}

/** The sections of a document with their kinds. The title (a first H1, or the only one) is of kind `other` unless it is a plain word of the vocabulary. */
export function kindSections(doc: MarkdownDoc): KindSection[] {
  const found: KindSection[] = [];
  const open: { level: number; kind: Kind; index: number }[] = [];
  const all = sections(doc);
  const titles = all.filter((section) => section.level === 1).length;
  for (const [index, section] of all.entries()) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const isTitle =
      section.level === 1 &&
      (titles === 1 || index === all.findIndex(({ level }) => level === 1)) &&
      headingKey(section.title).split(' ').length > 2;
    const kind = isTitle || section.level === 0 ? 'other' : kindOfHeading(section.title);
    const outer =
      kind === 'other' ? open.find((entry) => entry.kind !== 'other') : open.find((entry) => entry.kind === kind);
    const group = outer?.index ?? index;
    found.push({ ...section, kind, within: open.map((entry) => entry.kind), group });
    open.push({ level: section.level, kind, index });
  }
  return found;
}

/** The kind that counts: the section's own, or for an unknown heading that of the nearest known section around it. */
export function effectiveKind(section: KindSection): Kind {
  if (section.kind !== 'other') return section.kind;
  return section.within.findLast((kind) => kind !== 'other') ?? 'other';
}
