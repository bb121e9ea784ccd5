import type { Milestone } from '../record/milestone.ts';
import { firstPattern } from '../values/first-pattern.ts';

/** What a label is about: the figure it states when its value is a length of time, the milestone when its value is a moment. */
export type Concept = {
  pattern: RegExp;
  figure?: string;
  milestone?: Milestone;
  /** `start`, `end` or `window`: a boundary of the incident as a whole. */
  edge?: 'start' | 'end' | 'window';
  /** A ticket is opened some time after the impact began: it counts where nothing better is stated. */
  weak?: true;
  /** Only a value that opens with its times is a field: `## Impact` stands above sentences as well. */
  opens?: true;
};

const what =
  '(?:(?:customer|user|client|service|business|public) )?(?:incident|outage|impact|event|issue|fault|disruption|interruption|service|problem|customer|user|störungs?|downtime|degradation|maintenance)';

/**
 * Labels by meaning, matched on the label's key; the first that fits wins. English in many wordings, with the common German, French
 * and Spanish ones. A value decides: `Detection: 5 minutes` is a claim, `Detection: 14:05 UTC` a milestone.
 */
export const concepts: Concept[] = [
  {
    pattern:
      /^(?:m?ttd|m?ttdetect\w*|(?:mean )?time (?:taken )?(?:to|until|for|of|before) (?:first |initial |the |our )?(?:detect\w*|discover\w*|notic\w*|identif\w*\b(?! (?:the )?(?:root )?cause)|awareness|alert\w*|realiz\w*)\b.*|detect\w* (?:time|delay|lag|duration|latency)|time undetected|undetected(?: for)?|zeit bis (?:zur )?(?:erkennung|entdeckung)|erkennungszeit|erkennungsdauer|(?:temps|délai) de (?:la )?détection|tiempo de detección|tempo de dete[cç]?ção|tempo di rilevamento|detectietijd)$/,
    figure: 'timeToDetect',
    milestone: 'detected',
  },
  {
    pattern: /^(?:(?:mean )?time (?:to|until) (?:declar\w*|raise|open)\b.*|declaration time)$/,
    figure: 'timeToDeclare',
    milestone: 'declared',
  },
  {
    pattern:
      /^(?:m?tta|(?:mean )?time (?:taken )?(?:to|until|for) (?:first )?(?:acknowl\w*|ack|respon\w*|engage\w*)\b.*|(?:acknowl\w*|response) (?:time|delay)|reaktionszeit|(?:temps|délai) de réaction|tiempo de respuesta|tempo de resposta|tempo di risposta|reactietijd)$/,
    figure: 'timeToAcknowledge',
    milestone: 'acknowledged',
  },
  {
    pattern:
      /^(?:m?ttm|(?:mean )?time (?:taken )?(?:to|until|for) (?:mitigat\w*|contain\w*|workaround)\b.*|mitigation (?:time|duration))$/,
    figure: 'timeToMitigate',
    milestone: 'mitigated',
  },
  {
    pattern:
      /^(?:m?ttr|(?:mean )?time (?:taken )?(?:to|until|for) (?:full |complete |service )?(?:repair\w*|recover\w*|restor\w*|fix\w*)\b.*|(?:recovery|repair|restoration|restore) (?:time|duration)|zeit bis (?:zur )?(?:wiederherstellung|reparatur)|wiederherstellungszeit|temps de (?:rétablissement|réparation)|tiempo de (?:recuperación|reparación)|tempo de recuperação|tempo di ripristino|hersteltijd)$/,
    figure: 'timeToRepair',
    milestone: 'mitigated',
  },
  {
    pattern:
      /^(?:(?:mean |total )?time (?:taken )?(?:to|until|for) (?:full |complete |final )?(?:resol\w*|clos\w*)\b.*|resolution (?:time|duration)|zeit bis (?:zur )?(?:lösung|behebung)|temps de résolution|tiempo de resolución|tempo de resolução|tempo di risoluzione|lösungszeit|oplostijd)$/,
    figure: 'timeToResolve',
    milestone: 'resolved',
  },
  {
    pattern: new RegExp(
      `^(?:degrad\\w*|partial outage|reduced service|intermittent)(?: (?:duration|time|for|length|period|performance duration|service duration))$|^(?:duration|length|(?:total )?time) (?:of|for) (?:the )?(?:degrad\\w*|partial)\\b.*$`,
    ),
    figure: 'degraded',
  },
  {
    pattern:
      /^(?:(?:total |overall |full |actual |service |system |customer |unplanned )*(?:downtime|down time|outage|unavailability|time down|time offline)(?: (?:time|duration|length|minutes|total|period))?|(?:\w+ ){1,3}downtime|(?:duration|length|time) of (?:the )?(?:total |full )?(?:outage|downtime|unavailability)|ausfall(?:zeit|dauer)|durée (?:de l )?(?:indisponibilité|interruption|panne)|(?:temps d )?indisponibilité|indisponibilidade?|tiempo de (?:inactividad|caída|indisponibilidad)|tempo de (?:inatividade|indisponibilidade)|tempo di (?:inattività|fermo)|indisponibilità|uitval(?:tijd|duur)?|stillstands?(?:zeit|dauer)|nedetid|driftstopp)$/,
    figure: 'downtime',
    edge: 'window',
  },
  {
    pattern: new RegExp(
      `^(?:(?:total |overall |actual |full |approximate |estimated |approx )*(?:${what} )?(?:(?:facing|visible) )?(?:duration|length|total time|time span|elapsed(?: time)?|lasted)(?: of (?:the )?${what})?(?: (?:of|total|minutes|hours|in minutes|in hours|time))?|total ${what} time|combined(?: (?:time|total|duration|downtime))?|how long.{0,40}|dauer(?: des \\w+| der \\w+)?|(?:gesamt|störungs|vorfalls?)dauer|durée(?: totale| de l incident)?|duración(?: total| del incidente)?|duração(?: total)?|durata(?: totale)?|(?:totale )?duur|varaktighet|tiempo total|tempo totale?|temps total|gesamtzeit|(?:total )?time in sev ?\\d|lasted(?: for)?)$`,
    ),
    figure: 'duration',
    edge: 'window',
  },
  {
    pattern: /^(?:the |unplanned |actual |main |unannounced )?(?:incident|outage|disruption|interruption|impact)$/,
    edge: 'window',
    opens: true,
  },
  {
    pattern: new RegExp(
      `^(?:(?:time|date|when|date time|time date|period|window|time ?frame|time ?span|zeitraum|période|periodo)|(?:time|date|period|date and time|dates?) (?:of|of the|and time|range|frame)(?: ${what})?|${what} (?:window|period|time(?: ?frame)?|times|interval|date|date time|dates?|when)|(?:exact )?(?:time|date) and (?:date|time))$`,
    ),
    edge: 'window',
  },
  {
    pattern: new RegExp(
      `^(?:(?:${what} )?(?:actual )?(?:start(?:s|ed|ing)?|begin|began|begins|beginning|begun|onset|occurred|beginn|anfang|début|inicio|início|inizio|aanvang|starttijd|first occurrence)(?: (?:time|date|at|on|when|date time|time utc|of (?:the )?${what}|de l incident))*|(?:time|date) (?:${what} )?(?:start(?:ed)?|began|of (?:onset|occurrence|start)|occurred)|(?:start|beginning) of (?:the )?${what}|date started|fault occurs|from|störungsbeginn|introduced)$`,
    ),
    milestone: 'impactStarted',
    edge: 'start',
  },
  {
    pattern: new RegExp(`^(?:(?:${what} )?opened(?: (?:time|date|at|on))*|(?:time|date) opened)$`),
    milestone: 'impactStarted',
    edge: 'start',
    weak: true,
  },
  {
    pattern: new RegExp(
      `^(?:(?:impact|outage|downtime|degradation|disruption|customer impact|user impact) (?:end(?:s|ed)?|stop(?:s|ped)?|over)(?: (?:time|date|at|on))*|(?:services |${what} )?(?:restored|recovered|mitigated|repaired|fixed|back up|restoration|recovery|mitigation|wiederherstellung|wiederhergestellt|rétablissement|rétabli|recuperación|recuperado|restablecido|recuperação|restabelecido|ripristino|ripristinato|hersteld|herstel)(?: (?:time|at|on|in|after|within|date|completed?))*|end of (?:impact|outage|downtime)|(?:time|date) (?:mitigated|restored|recovered|repaired|fixed)|fix (?:deployed|applied)(?: at)?)$`,
    ),
    milestone: 'mitigated',
    edge: 'end',
  },
  {
    pattern: new RegExp(
      `^(?:(?:${what} )?(?:resolved|end(?:s|ed|ing)?|finish(?:ed)?|resolution|ende|fin|fim|fine|einde|slut|behoben|behebung|gelöst|lösung|résolu|résolution|resuelto|resolución|resolvido|resolução|risolto|risoluzione|opgelost|completed|stop(?:ped)?)(?: (?:time|date|at|on|in|after|within|when|date time|of (?:the )?${what}))*|(?:time|date) (?:resolved|ended|of resolution|closed)|(?:end) of (?:the )?${what}|date (?:ended|resolved)|to|until|störungsende|all clear)$`,
    ),
    milestone: 'resolved',
    edge: 'end',
  },
  {
    pattern: new RegExp(
      `^(?:(?:${what} )?(?:first )?(?:detected|detection|discovered|noticed|identified|alerted|reported|alert|alarm|report|erkannt|entdeckt|erkennung|entdeckung|bemerkt|gemeldet|détectée?|détection|signalée?|detección|detectado|dete[cç]?ção|rilevat[oa]|rilevamento|ontdekt|gedetecteerd|found|raised|logged|ticket (?:raised|opened|created|logged))(?: (?:time|date|at|on|in|after|within|by monitoring|fired|triggered|received))*|(?:time|date) (?:detected|discovered|noticed|reported|of (?:detection|discovery))|first (?:alert|report|notice)\\w*(?: at)?|team aware|(?:became )?aware(?:ness)?)$`,
    ),
    milestone: 'detected',
  },
  {
    pattern:
      /^(?:(?:incident |alert |page )?(?:acknowledged|acknowledgement|acknowledgment|ack|accepted|responded|first response|response started)(?: (?:time|at|on|by))*|(?:time|date) acknowledged)$/,
    milestone: 'acknowledged',
  },
  {
    pattern:
      /^(?:(?:incident )?(?:declared|declaration)(?: (?:time|at|on))*|incident raised(?: (?:at|on))?|(?:time|date) declared|incident opened(?: at)?)$/,
    milestone: 'declared',
  },
  { pattern: /^(?:root cause|cause) (?:identified|found)(?: (?:time|at|on))*$/, milestone: 'rootCauseIdentified' },
  { pattern: /^(?:incident )?closed(?: (?:time|at|on|date))*$/, milestone: 'closed' },
];

const first = firstPattern(concepts.map(({ pattern }) => pattern));
const find = (key: string): Concept | undefined => concepts[first(key)];

/** `a 1`, the mark of a form's field. */
const fieldMark = /^[a-z] \d{1,2} /;
/** `ttd seconds`, `downtime min`. */
const unitAtEnd = / (?:in )?(?:minutes?|mins?|hours?|hrs?|seconds?|secs?|[hms])$/;
/** `downtime of the mail path`. */
const ofPart = /^((?:total |full )?(?:down ?time|unavailability)(?: duration)?) of (?:the |our )?[\p{L}\d ]{2,40}$/u;
const ofWhat = new RegExp(
  `^(.{2,40}?) (?:of|der|des|de|del|du|do|da|della|dell|van(?: de| het)?)(?: the| la| l)? (?:${what}|störung|vorfalls?|ausfalls?|panne|incidente|incidencia|interruption|interrupción|caída|fallo|storing|falha|avaria|guasto|disservizio)$`,
);
const momentOf = new RegExp(
  `^(?:the )?(?:exact )?(?:date and time|time and date|date time|time|date|moment|zeitpunkt|zeit|heure|hora|ora|tijdstip)(?: (?:of|at which|when|that|der|des|de|del|della|van))?(?: (?:the|la|l|d))?(?: ${what})?((?: (?:was|were|is|has been|had been|first))?) (\\p{L}+)$`,
  'u',
);

/**
 * The concept of a label, or undefined when it is about something else. Looks through the forms of reports, too: `A.1 Date and time of
 * detection of the incident`, `Beginn der Störung`, `Time at which service was restored`.
 */
export function conceptOf(key: string): Concept | undefined {
  if (key.length > 80) return undefined;
  const plain = find(key);
  if (plain) return plain;
  if (!key.includes(' ')) return undefined;
  const unmarked = fieldMark.test(key) ? key.replace(fieldMark, '') : key;
  const bare = unitAtEnd.test(unmarked) ? unmarked.replace(unitAtEnd, '') : unmarked;
  const short = ofWhat.exec(bare)?.[1] ?? ofPart.exec(bare)?.[1] ?? bare;
  const found = short === key ? undefined : find(short);
  const word = momentOf.exec(short)?.[2];
  return found ?? (word === undefined ? undefined : find(word));
}

const impaired =
  /\b(?:down|downtime|outage|offline|out of (?:use|service|order)|idle|stuck|stopped|frozen|hung|unavailable|unreachable|unusable|inaccessible|not (?:working|available|usable|reachable)|fail(?:ed|ing|ure)|broken|blocked|interrupt(?:ed|ion)|lost|dark|blackout|without|stalled|ausgefallen|gestört|hors service|caíd[oa]|fuera de servicio|fora do ar)\b/;
const touched = /\b(?:impact(?:ed)?|affected|disrupt(?:ed|ion)|betroffen|touchée?s?|afectad[oa]s?)\b/;
const weakened =
  /\b(?:degrad\w+|slow(?:ed|er|ness)?|partial(?:ly)?|reduced|intermittent|limited|beeinträchtigt|dégradée?)\b/;
const another =
  /\b(?:data|per|each|average|mean|median|longest|shortest|worst|single|before|since|last|after|retention|cache|lag|detect\w*|notic\w*|respon\w*|ack\w*|backup|window|work|effort|people|staff|hours|engineer\w*)\b/;

/** The figure of a label that names no figure, but a state things were in: `Scanners out of use`, `Slightly degraded`. */
export function stateFigure(key: string): 'downtime' | 'degraded' | 'duration' | undefined {
  if (key.length > 80 || another.test(key)) return undefined;
  const stopped = impaired.test(key);
  // `Minutes downtime or degradation`: all of it.
  if (weakened.test(key)) return stopped ? 'duration' : 'degraded';
  if (stopped) return 'downtime';
  return touched.test(key) ? 'duration' : undefined;
}

const length =
  /\btime (?:\w+ )?(?:to|until|before)\b|^m?tt[a-z]$|duration|downtime|^time (?:un|down|off)|dauer\b|durée/;

/** True for labels made for a length of time: `00:12` in them is twelve minutes, not shortly after midnight. */
export function isLengthKey(key: string): boolean {
  return length.test(key);
}

const plan =
  /\b(?:targets?|objective|sl[ao]|goal|limit|allowed|permitted|agreed|criterion|ziel|soll|geplant\w*|prévue?|previst[oa]|objectif|objetivo|expected|planned|estimated start|scheduled|eta|max(?:imum)?|threshold|budget|rto|rpo|deadline|interval|timeout)\b/;

/** True for labels whose value is a plan or a target, never what happened. */
export function isPlanned(key: string): boolean {
  return plan.test(key);
}
