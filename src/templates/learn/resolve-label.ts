import { headingKey } from '../../markdown/heading-key.ts';
import { conceptOf } from '../../reading/label-concepts.ts';
import { plainText } from '../../markdown/plain.ts';
import { hintSpans } from './hint.ts';
import { fieldWords, linkWords, roleWords } from './vocabulary/fields.ts';

/** What a label is bound to: a path, the constants that stand before it, and why. */
export type Binding = { path: string; constants: string; confidence: number; reason: string };

/** What surrounds a label: the topic's name, and whether the form also asks for lengths of time (`Time to detect`). */
export type LabelPlace = { topic: string; hasLengths: boolean; hasResolved?: boolean };

/** Comparable form of a label: no closing colon, no parentheses. */
export const keyOf = (name: string): string => headingKey(name.replace(/[:?]\s*$/, ''));

const lengthHint = /hour|minute|\bmin|duration|X+\s?[hms]|time (?:from|between)|total/i;
const momentHint = /HH|hh:mm|\d{1,2}:\d{2}|YYYY|yyyy|\bdate\b|timestamp|\bUTC\b/;
const sections = new Set(['actions', 'links', 'lessons', 'wentWell', 'wentWrong', 'prevention', 'whys']);

/** Text that is safe inside a constant or a table: no braces, pipes, commas or marks. */
export const constantValue = (name: string): string =>
  plainText(name)
    .replace(/[{}|=*,\n\uE000\uE001\\]+/g, ' ')
    .replace(/[:?]\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);

const regimes = /^(?:gdpr|dsgvo|rgpd|hipaa|pci(?: dss)?|sox|nis ?2|dora|ccpa|state laws?)$/;

/** Labels that hold an entry of a collection in their own line. */
const entryWords: [pattern: RegExp, path: string, constants: string][] = [
  [/^triggers?$/, 'factors.text', '{{factors.kind=Trigger}}'],
  [/^contributing factors?$/, 'factors.text', ''],
  [/^lessons?(?: learn(?:ed|t))?$/, 'lessons.text', ''],
  [/^(?:action items?|follow ?ups?|next steps?|actions)$/, 'actions.text', ''],
  [/^prevention$|^preventive measures$/, 'prevention.text', ''],
  [/^related incidents?$/, 'related.text', ''],
];

/** The field a label asks for; undefined when no vocabulary knows it. `value` is what the form writes behind it. */
export function resolveLabel(name: string, value: string, place: LabelPlace): Binding | undefined {
  const key = keyOf(name);
  if (key === '' || key.length > 100 || sections.has(place.topic)) return undefined;
  const own = fieldWords.find(({ within, pattern }) => within?.includes(place.topic) === true && pattern.test(key));
  if (own !== undefined) return known(own.path, `the label "${plainText(name)}" under ${place.topic}`);
  const time = timeBinding(key, name, value, place);
  if (time !== undefined) return time;
  if (roleWords.test(key))
    return {
      path: 'roles.name',
      constants: `{{roles.role=${constantValue(name)}}}`,
      confidence: 0.85,
      reason: `"${plainText(name)}" names a role`,
    };
  const found = fieldWords.find(({ within, pattern }) => within === undefined && pattern.test(key));
  if (found === undefined && regimes.test(key))
    return {
      path: 'obligations.required',
      constants: `{{obligations.regime=${constantValue(name)}}}`,
      confidence: 0.85,
      reason: `"${plainText(name)}" names a duty to report`,
    };
  const entry = entryWords.find(([pattern]) => pattern.test(key));
  if (found === undefined && entry !== undefined)
    return {
      path: entry[1],
      constants: entry[2],
      confidence: 0.7,
      reason: `"${plainText(name)}" names entries of a list`,
    };
  if (found === undefined && linkWords.test(key) && place.topic !== 'communications')
    return {
      path: 'links.text',
      constants: `{{links.kind=${constantValue(name)}}}`,
      confidence: 0.75,
      reason: `"${plainText(name)}" names a link`,
    };
  if (found === undefined) return undefined;
  return known(statusOf(found.path, value), `the label "${plainText(name)}"`);
}

const known = (path: string, reason: string): Binding => ({ path, constants: '', confidence: 0.9, reason });

/** A status whose choices speak of writing is the document's, not the incident's. */
function statusOf(path: string, value: string): string {
  if (path !== 'incident.status') return path;
  return /draft|review|final|published|approved|action items/i.test(value) ? 'document.status' : path;
}

/** Reading's concepts: a length of time is a claim, a boundary is the incident's start or end, another moment an event. */
function timeBinding(key: string, name: string, value: string, place: LabelPlace): Binding | undefined {
  if (
    /^(?:incident )?date$|method|by whom|detected by|^detection$|^resolution$|^mitigation$|^alert$|^detected$/.test(key)
  ) {
    if (!(momentHint.test(value) && /^detect|^mitigat|^resol/.test(key))) return undefined;
  }
  const concept = conceptOf(key);
  if (concept === undefined) return undefined;
  const label = `the label "${plainText(name)}" names`;
  const both = concept.figure !== undefined && concept.milestone !== undefined;
  const aLength = /^(?:m?tt[a-z]|(?:mean |total )?time (?:to|until|for|between)|how long)|duration|delay|downtime/.test(
    key,
  );
  const aMoment = both && !aLength && (momentHint.test(value) || (place.hasLengths && !lengthHint.test(value)));
  if (concept.figure !== undefined && !aMoment)
    return { path: `claims.${concept.figure}`, constants: '', confidence: 0.9, reason: `${label} a length of time` };
  const start = concept.edge === 'start' || concept.milestone === 'impactStarted';
  const early = concept.milestone === 'mitigated' && place.hasResolved === true;
  const end = !early && (concept.edge === 'end' || concept.milestone === 'resolved');
  if (start) return known('incident.start', `${label} the start`);
  if (concept.edge === 'window')
    return hintSpans(value).length > 1 || value === '' || /start|from/i.test(value)
      ? known('incident.start', `${label} the window`)
      : undefined;
  if (end && !aMoment) return known('incident.end', `${label} the end`);
  if (end && concept.milestone === 'resolved') return known('incident.end', `${label} the end`);
  if (concept.milestone === 'detected' && !aLength && !momentHint.test(value) && !/time|\bat$|date/.test(key))
    return { path: 'detection.method', constants: '', confidence: 0.6, reason: `${label} how it was noticed` };
  return {
    path: 'timeline.time',
    constants: `{{timeline.text=${constantValue(name)}}}`,
    confidence: 0.75,
    reason: `${label} a moment: it becomes an event of the timeline`,
  };
}
