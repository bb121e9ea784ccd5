import { asks } from './hint.ts';
import { isFillable, labelLine, learnLabel, type LabelLine } from './label-line.ts';
import { resolveLabel } from './resolve-label.ts';
import { around, bind, type LearnState, type Place, propose, slot } from './state.ts';
import { collections } from './vocabulary/collections.ts';
import { topicOf } from './vocabulary/topics.ts';
import { learnGrouped, addFallback } from './list-grouped.ts';
import { learnRepeat } from './list-repeat.ts';
import { isNumbered, type Entry } from './entry.ts';

/** Learns a list. Returns true when something in it was bound. */
export function learnList(entries: Entry[], place: Place, state: LearnState): boolean {
  if (asksWhy(entries, state)) {
    const topic = { name: 'whys', collection: 'whys', known: true };
    return learnRepeat(entries, { ...place, topic }, state);
  }
  const { collection } = place.topic;
  if (collection === undefined || collections[collection] === undefined) return learnLabels(entries, place, state);
  const labels = entries.map(({ unit }) => labelLine(state.text, unit.from, unit.to));
  if (collection === 'whys') return learnRepeat(entries, place, state);
  const group = collections[collection].group;
  const grouped = labels.filter((label, index) => label !== undefined && isGroup(label, entries[index] as Entry));
  if (group !== undefined && grouped.length * 2 >= entries.length && !isNumbered(grouped[0]?.name ?? '')) {
    entries.forEach((entry, index) => learnGrouped(entry, labels[index], place, state));
    addFallback(entries.at(-1) as Entry, grouped[0] as LabelLine, place, state);
    return true;
  }
  return learnRepeat(entries, place, state);
}

/** At least two questions, half of them beginning with why: a chain of whys under any heading. */
function asksWhy(entries: Entry[], state: LearnState): boolean {
  const words = entries.map(({ unit }) => state.text.slice(unit.from, unit.to));
  const whys = words.filter((text) => /^[*_\s]{0,3}why\b[^?]{0,120}\?/i.test(text)).length;
  return whys >= 2 && whys * 2 >= words.length;
}

/** `- **Detection**: [hint]`, or a label that owns a nested list. */
function isGroup(label: LabelLine, { nested }: Entry): boolean {
  return (
    (asks(label.value) || /^[@#$]/.test(label.value)) &&
    !(label.value === '' && nested.length === 0 && label.name.startsWith('['))
  );
}

const listOf: { [topic: string]: string } = {
  impact: 'symptoms',
  resolution: 'steps',
  rootCause: 'factors',
};

/** `- **Review actions**:` with a blank or hinted list below: the label names the collection of that list. */
function learnOwned({ unit, nested }: Entry, state: LearnState): boolean {
  const label = labelLine(state.text, unit.from, unit.to);
  const items = nested.filter(({ role }) => role === 'item');
  if (label === undefined || label.value !== '' || items.length === 0 || items.length < nested.length) return false;
  if (!items.every(({ from, to }) => asks(state.text.slice(from, to)))) return false;
  if (items.some(({ from, to }) => labelLine(state.text, from, to) !== undefined)) return false;
  const topic = topicOf(label.name);
  const collection = topic?.collection ?? listOf[topic?.name ?? ''];
  if (topic === undefined || collection === undefined || collection === 'timeline') return false;
  const entries = items.map((item) => ({ unit: item, nested: [] }));
  return learnRepeat(entries, { topic: { ...topic, collection }, scope: label.name, title: label.name }, state);
}

/** `1. **How was it detected?**` with one blank item below: the item is the value of the label. */
function learnAnswer({ unit, nested }: Entry, place: Place, state: LearnState): boolean {
  const label = labelLine(state.text, unit.from, unit.to);
  const [item, second] = nested;
  if (label === undefined || label.value !== '' || item?.role !== 'item' || second !== undefined) return false;
  const value = state.text.slice(item.from, item.to);
  const binding = resolveLabel(label.name, value, around(state, place.topic.name));
  if (!asks(value) || binding === undefined || binding.constants !== '') return false;
  const { path, confidence, reason } = binding;
  const gap = /\s$/.test(state.text.slice(item.start, item.from)) ? '' : ' ';
  bind(state, { from: item.from, to: item.to, text: gap + slot(path) }, { path, kind: 'item', confidence, reason });
  return true;
}

/** A list without a collection: every labelled item is a field of its own. */
function learnLabels(entries: Entry[], place: Place, state: LearnState): boolean {
  let found = false;
  for (const entry of entries) {
    const { unit, nested } = entry;
    if (learnAnswer(entry, place, state) || learnOwned(entry, state)) {
      found = true;
      continue;
    }
    for (const line of [unit, ...nested]) {
      if (line.type !== 'line') continue;
      const label = labelLine(state.text, line.from, line.to);
      if (label !== undefined && isFillable(label, place.topic.name, state)) {
        const owns = label.value === '' && line === unit && nested.length > 0;
        if (owns && resolveLabel(label.name, '', { topic: place.topic.name, hasLengths: false }) === undefined)
          continue;
        found = learnLabel(label, place, state, 'label') || found;
      } else if (
        label === undefined &&
        (place.topic.prose === undefined || line !== unit) &&
        asks(state.text.slice(line.from, line.to))
      ) {
        const reason = 'The heading names no collection of the record; the list stays text under its heading.';
        propose(state, line.from, { path: null, kind: 'item', confidence: 0, reason });
      }
    }
  }
  return found;
}
