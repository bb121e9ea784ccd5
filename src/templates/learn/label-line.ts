import { plainText } from '../../markdown/plain.ts';
import { findLabel } from '../outline/label.ts';
import { asks } from './hint.ts';
import { resolveLabel } from './resolve-label.ts';
import { around, bind, type LearnState, type Place, propose } from './state.ts';
import { valuePattern } from './value.ts';

/** A line that begins with a label: offsets of its value, which may be empty. */
export type LabelLine = { name: string; from: number; to: number; value: string };

/** Finds the label of a line; the text before it may be bold. A line that only holds a sentence has none. */
export function labelLine(text: string, from: number, to: number): LabelLine | undefined {
  const found = findLabel(text, from, to);
  let end = found?.end;
  if (end === undefined) {
    const bold = /^\*\*[^*\n]{2,60}\*\*[ \t]*[-–—]?(?=[ \t]+\S)/.exec(text.slice(from, Math.min(to, from + 90)));
    const timed =
      bold ??
      /^\p{Lu}[\p{L} ]{3,40}(?= (?:YYYY|yyyy|HH:MM|hh:mm|\[(?:time|date|HH|YYYY)))/u.exec(
        text.slice(from, Math.min(to, from + 60)),
      );
    if (timed === null) return undefined;
    end = from + timed[0].length;
  }
  const name = text.slice(from, end).replace(/[-–—]$/, '');
  const plain = plainText(name).replace(/[:?]\s*$/, '');
  if (
    plain.split(/\s+/).length > 12 ||
    /^\d|^[["(<{_\uE000]|^(?:note|nb|e\.g|example|for example|tip|hint)$/i.test(plain)
  )
    return undefined;
  while (end < to && /[ \t]/.test(text[end] as string)) end++;
  return { name: plain, from: end, to, value: text.slice(end, to) };
}

/** Does a label line hold a place to fill: a hint, nothing at all, or a label the vocabulary knows? */
export function isFillable(label: LabelLine, topic: string, state: LearnState): boolean {
  if (asks(label.value)) return true;
  return resolveLabel(label.name, label.value, around(state, topic)) !== undefined;
}

/** Binds a label line, or notes that nothing fits. Returns true when it was a place to fill. */
export function learnLabel(label: LabelLine, place: Place, state: LearnState, kind: 'label' | 'row' | 'code'): boolean {
  const binding = resolveLabel(label.name, label.value, around(state, place.topic.name));
  if (binding === undefined) {
    if (!asks(label.value)) return false;
    const reason = `No field of the record is called "${label.name}"; the line is kept as it is.`;
    propose(state, label.from, { path: null, kind, confidence: 0, reason });
    return true;
  }
  const gap = label.value === '' && kind !== 'row' && !/[ \t]/.test(state.text[label.from - 1] ?? ' ') ? ' ' : '';
  const after = label.from === label.to && state.text[label.to] === '|' ? ' ' : '';
  const text = gap + valuePattern(label.value, binding.path, binding.constants) + after;
  bind(
    state,
    { from: label.from, to: label.to, text },
    { kind, path: binding.path, confidence: binding.confidence, reason: binding.reason },
  );
  state.bound.add(binding.path);
  return true;
}
