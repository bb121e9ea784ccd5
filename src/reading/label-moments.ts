import type { Milestone } from '../record/milestone.ts';
import { findMoments, firstMoment, type Mention } from '../values/time.ts';
import type { Entry } from './entry.ts';
import { type Concept, conceptOf, isLengthKey, isPlanned } from './label-concepts.ts';
import { endOf, startOf } from './windows.ts';
import type { Label } from './labels.ts';

/** A labelled moment: an entry with its milestone, and whether it is an edge of the incident. */
export type LabelMoment = { entry: Entry; milestone?: Milestone; edge?: 'start' | 'end'; weak?: true };

const skippedKinds = new Set([
  'actions',
  'prevention',
  'reference',
  'links',
  'lessons',
  'related',
  'people',
  'communications',
]);
const mostWords = 9;

function entryOf(label: Label, mention: Mention, text: string, written: string): Entry {
  return { mention, written, text, from: label.from, to: label.to, group: -1, source: 'label' };
}

/** Front matter with an end and a `date`: the date is the start. */
const opening: Omit<Concept, 'pattern'> = { milestone: 'impactStarted', edge: 'start' };

const endedAt =
  /^[\s,;*_]{0,4}(?:and |until |to )?(?:it )?(?:ended|finished|concluded|was (?:resolved|over|fixed))(?: at| on| by)?[\s:*_]{1,4}$/i;

/** `Incident began at 14:27 and ended at 16:06`: the end behind the start. */
function endBehind(label: Label, start: Mention): LabelMoment[] {
  const rest = label.value.slice(start.to, start.to + 120);
  const mention = firstMoment(rest);
  if (!mention?.clock || !endedAt.test(rest.slice(0, mention.from))) return [];
  const written = rest.slice(mention.from, mention.to);
  return [{ entry: entryOf(label, mention, `End (${label.name})`, written), milestone: 'resolved', edge: 'end' }];
}

/** `Roll-back began at 09:10, was blocked until 09:50 and complete at 10:05`: a story is no value of a field. */
const tellsMore = (value: string): boolean =>
  value.length > 60 && findMoments(value).filter(({ clock }) => clock !== undefined).length > 1;

function momentsOf(label: Label, hasEnd: boolean): LabelMoment[] {
  if (skippedKinds.has(label.kind)) return [];
  const opens = hasEnd && label.key === 'date' && label.origin === 'frontMatter';
  const concept = opens ? opening : conceptOf(label.key);
  if (!concept || isPlanned(label.key)) return [];
  const mention = firstMoment(label.value.slice(0, 200));
  if (!mention?.clock && !mention?.invalid) return [];
  const bare =
    mention.clock &&
    !mention.date &&
    !mention.until &&
    mention.clock.zone === undefined &&
    mention.clock.meridiem === undefined;
  if (bare && isLengthKey(label.key)) return [];
  const before = label.value.slice(0, mention.from).trim();
  if (before.split(/\s+/).length > mostWords) return [];
  if (before !== '' && !mention.until && tellsMore(label.value)) return [];
  // `## Impact` above a sentence with a window in it is no field: what the sentence tells is read as prose.
  if (concept.opens && before.split(/\s+/).length > 2) return [];
  const written = label.value.slice(mention.from, mention.to);
  if (mention.until && concept.edge !== undefined) {
    return [
      {
        entry: entryOf(label, startOf(mention), `${label.name}: ${label.value}`, written),
        milestone: 'impactStarted',
        edge: 'start',
      },
      {
        entry: entryOf(label, endOf(mention) ?? mention, `End (${label.name})`, written),
        milestone: 'mitigated',
        edge: 'end',
      },
    ];
  }
  const edge = concept.edge === 'start' || concept.edge === 'end' ? concept.edge : undefined;
  const end = edge === 'start' ? endBehind(label, mention) : [];
  if (concept.milestone === undefined && edge === undefined) return [];
  const text =
    label.value.length > written.length + 12 && label.origin !== 'frontMatter'
      ? `${label.name}: ${label.value}`
      : label.name;
  return [
    {
      entry: entryOf(label, mention, text, written),
      ...(concept.milestone ? { milestone: concept.milestone } : {}),
      ...(edge ? { edge } : {}),
      ...(concept.weak ? { weak: true as const } : {}),
    },
    ...end,
  ];
}

const isIdentified = /^(?:issue |problem |incident |time |date )?identified\b/;

/** Moments that labels state: `Start time: ...`, `Incident window: 09:12 - 10:40 UTC`, `resolvedWhen: ...`. First statement of each milestone only. */
export function labelMoments(labels: Label[]): LabelMoment[] {
  const edges = labels.flatMap(({ key, value, origin }) =>
    origin === 'frontMatter' && /\d/.test(value) ? (conceptOf(key)?.edge ?? []) : [],
  );
  const hasEnd = edges.includes('end') && !edges.includes('start');
  const isStatusPage = labels.some(({ key }) => key === 'investigating');
  const found: LabelMoment[] = [];
  const seen = new Set<string>();
  for (const label of labels) {
    for (const moment of label.value.length < 400 && /\d/.test(label.value) ? momentsOf(label, hasEnd) : []) {
      // Identified is what was noticed, unless the notice is told by itself: then it is the cause.
      if (moment.milestone === 'detected' && isIdentified.test(label.key) && (seen.has('detected') || isStatusPage))
        moment.milestone = 'rootCauseIdentified';
      const key = `${moment.milestone}${moment.edge ?? ''}`;
      const weak = found.findIndex((other) => other.weak && !moment.weak && other.milestone === moment.milestone);
      if (weak >= 0) found.splice(weak, 1);
      else if (seen.has(key)) continue;
      seen.add(key);
      found.push(moment);
    }
  }
  return found;
}
