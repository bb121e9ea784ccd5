import { hash } from 'node:crypto';
import { canonicalText } from '../../ledger/canonical.ts';
import { momentKey } from '../../drafting/index.ts';
import { partKind } from '../../record/field-at.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { isFields, valueAt, withFields } from '../../record/value-at.ts';
import { byPosition, type Part } from '../part/assemble.ts';

/** What an earlier draft wrote: a path (`summary.text`, `links`) to the SHA-256 of its value. */
export type Drafted = ReadonlyMap<string, string>;

/** What a draft does to a record. `before` is the part that is there. */
export type DraftPlan = {
  groups: { before: Part | undefined; key: string; value: unknown }[];
  lists: { key: string; before: Part[]; values: unknown[] }[];
  timeline: TimelineEvent[];
  /** Paths that were written, with the SHA-256 of their new values. */
  written: Map<string, string>;
  /** Paths that the evidence has something for, and that a person wrote. */
  kept: string[];
};

type Fields = Record<string, unknown>;

/** Fields of a group by path; a moment is one. */
function leaves(value: unknown, path: string): [string, unknown][] {
  if (!isFields(value) || 'at' in value) return value === undefined ? [] : [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}

const sha256Of = (value: unknown): string => hash('sha256', canonicalText(value));
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The incident has its own key; where a document comes from is no matter of evidence. */
const ownFields = new Set(['incident.id', 'document.lastUpdated']);

function planGroup(plan: DraftPlan, key: string, wanted: unknown, before: Part | undefined, drafted: Drafted): void {
  const set: Fields = {};
  for (const [path, value] of leaves(wanted, '')) {
    const place = path === '' ? key : `${key}.${path}`;
    if (ownFields.has(place)) continue;
    const current = valueAt(before?.value, path);
    const sha256 = sha256Of(value);
    const isOurs = !isEmpty(current) && sha256Of(current) === drafted.get(place);
    if (!isEmpty(current) && sha256Of(current) === sha256) continue;
    if (!isEmpty(current) && !isOurs) plan.kept.push(place);
    else {
      set[path] = value;
      plan.written.set(place, sha256);
    }
  }
  if (Object.keys(set).length > 0) plan.groups.push({ before, key, value: withFields(before?.value, set) });
}

/** Tool calls that a recorder sent: the steps of a draft stand beside them, each at its time. */
const isRecorded = ({ key, id }: Part): boolean => key === 'steps' && id.startsWith('rec-');

function planList(plan: DraftPlan, key: string, values: unknown[], all: Part[], drafted: Drafted): void {
  if (values.length === 0) return;
  const before = all.filter((part) => !isRecorded(part));
  const current = before.map(({ value }) => value);
  const sha256 = sha256Of(values);
  if (current.length > 0 && sha256Of(current) === sha256) return;
  if (current.length > 0 && sha256Of(current) !== drafted.get(key)) {
    plan.kept.push(key);
    return;
  }
  plan.lists.push({ key, before, values });
  plan.written.set(key, sha256);
}

/** The section of open questions is one of several of its list. */
function planQuestions(
  plan: DraftPlan,
  wanted: readonly { heading: string }[],
  before: Part[],
  drafted: Drafted,
): void {
  for (const section of wanted) {
    const place = `custom/${section.heading}`;
    const there = before.find(({ value }) => (value as { heading?: string }).heading === section.heading);
    const sha256 = sha256Of(section);
    if (there !== undefined && sha256Of(there.value) === sha256) continue;
    if (there !== undefined && sha256Of(there.value) !== drafted.get(place)) plan.kept.push(place);
    else {
      plan.lists.push({ key: 'custom', before: there === undefined ? [] : [there], values: [section] });
      plan.written.set(place, sha256);
    }
  }
}

/**
 * The events that the timeline does not have. A milestone that another event of it is already stays there; but a stated one is not kept
 * away by a suggestion.
 */
export function newEvents(timeline: readonly TimelineEvent[], drafted: readonly TimelineEvent[]): TimelineEvent[] {
  const places = new Set(timeline.flatMap(({ evidence }) => evidence ?? []));
  // An alert that was sent again has another original, and is the same event.
  const moments = new Set(timeline.map(momentKey));
  const reached = new Set(timeline.map(({ milestone }) => milestone));
  const stated = new Set(timeline.flatMap(({ milestone, inferred }) => (inferred ? [] : milestone)));
  return drafted
    .filter((event) => !(event.evidence && places.has(event.evidence)) && !moments.has(momentKey(event)))
    .map((event) => {
      if (!(event.inferred ? reached : stated).has(event.milestone)) return event;
      const { milestone: _, inferred: _inferred, inferredFrom: _from, ...plain } = event;
      return plain;
    });
}

/** What a draft from evidence writes: what is empty, and what an earlier draft wrote and nobody changed. Pure. */
export function planDraft(parts: readonly Part[], wanted: PostmortemRecord, drafted: Drafted): DraftPlan {
  const plan: DraftPlan = { groups: [], lists: [], timeline: [], written: new Map(), kept: [] };
  const partsAt = (key: string) => parts.filter((part) => part.key === key).toSorted(byPosition);
  for (const [key, value] of Object.entries(wanted)) {
    const before = partsAt(key);
    if (key === 'timeline')
      plan.timeline = newEvents(
        before.map((part) => part.value as TimelineEvent),
        value as TimelineEvent[],
      );
    else if (key === 'custom') planQuestions(plan, value as { heading: string }[], before, drafted);
    else if (partKind(key) === 'collection') planList(plan, key, value as unknown[], before, drafted);
    else planGroup(plan, key, value, before[0], drafted);
  }
  return plan;
}
