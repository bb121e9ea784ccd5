import type { Fence } from '../../markdown/blocks.ts';
import { asks, hintSpans } from './hint.ts';
import { type LabelLine, labelLine, learnLabel } from './label-line.ts';
import { resolveLabel } from './resolve-label.ts';
import { around, bind, constantsOf, type LearnState, type Place, propose, slot } from './state.ts';

/** Learns a code block: labelled lines, state transitions, or the whole content as one text. */
export function learnFence(fence: Fence, place: Place, state: LearnState): boolean {
  const lines = fence.lines.filter(({ from, to }) => state.text.slice(from, to).trim() !== '');
  if (place.topic.collection === 'transitions') return learnTransitions(fence, state);
  const labels = lines.map(({ from, to }) => labelLine(state.text, from, to));
  const fillable = labels.filter((label) => label !== undefined && isAsked(label, place, state));
  if (fillable.length >= 2 && fillable.length * 2 >= lines.length) {
    for (const label of fillable) if (label !== undefined) learnLabel(label, place, state, 'code');
    return true;
  }
  const { prose, collection, constants } = place.topic;
  const path = prose ?? (collection === 'links' ? 'rootCause.evidence' : undefined);
  if (path !== undefined && !state.bound.has(path)) {
    const own = path.startsWith(`${collection ?? '-'}.`) ? constantsOf(collection ?? '', constants) : '';
    const text = `${own}${slot(path)}`;
    const closes = state.text[fence.contentTo - 1] === '\n' ? '\n' : '';
    const edit = { from: fence.contentFrom, to: Math.max(fence.contentFrom, fence.contentTo), text: text + closes };
    bind(state, edit, { path, kind: 'code', confidence: 0.7, reason: `the code block below "${place.title}"` });
    if (own === '') state.bound.add(path);
    return true;
  }
  if (lines.some(({ from, to }) => asks(state.text.slice(from, to))))
    propose(state, fence.from, {
      path: null,
      kind: 'code',
      confidence: 0,
      reason: 'No field holds this code block; it stays text under its heading.',
    });
  return false;
}

/** A labelled line of code whose value is a hint, or whose label has a field. */
function isAsked(label: LabelLine, place: Place, state: LearnState): boolean {
  if (label.value === '') return false;
  return (
    hintSpans(label.value).length > 0 ||
    resolveLabel(label.name, label.value, around(state, place.topic.name)) !== undefined
  );
}

function learnTransitions(fence: Fence, state: LearnState): boolean {
  const text = '{{transitions.from}} -> {{transitions.to}} @ {{transitions.at}} ({{transitions.reason}})';
  const closes = state.text[fence.contentTo - 1] === '\n' ? '\n' : '';
  bind(
    state,
    { from: fence.contentFrom, to: fence.contentTo, text: text + closes },
    {
      path: 'transitions.to',
      kind: 'code',
      confidence: 0.8,
      reason: 'state transitions, one on each line',
    },
  );
  return true;
}
