import { plainText } from '../../markdown/plain.ts';
import { hintSpans } from './hint.ts';
import type { Entry } from './entry.ts';
import { constantValue } from './resolve-label.ts';
import { type LearnState, type Place, propose } from './state.ts';

const scales: [topic: RegExp, path: string][] = [
  [/^type$/, 'incident.type'],
  [/^severity$/, 'incident.severity'],
];

const canonicalType: [RegExp, string][] = [
  [/security|breach|attack/i, 'security'],
  [/^data\b|data (?:incident|loss|corruption)/i, 'data'],
  [/performance|degrad|latency/i, 'performance'],
  [/outage|down|availab/i, 'outage'],
];

/** Learns a list of tick boxes of which one or more are chosen: `- [ ] Outage`. */
export function learnOptions(entries: Entry[], place: Place, state: LearnState): boolean {
  const { name, prose } = place.topic;
  const path = scales.find(([pattern, own]) => pattern.test(name) || own === prose)?.[1];
  if (path === undefined || entries.length < 2 || entries.some(({ unit }) => unit.checked === undefined)) return false;
  const used = new Set<string>();
  for (const { unit } of entries) {
    const text = state.text.slice(unit.from, unit.to);
    const box = /\[[ xX]\]\s*$/.exec(state.text.slice(unit.start, unit.from));
    if (box === null) continue;
    const other = /^\W*other\b/i.test(text);
    const value = other ? '*' : valueOf(text, path, used);
    used.add(value);
    const from = unit.start + box.index;
    state.edits.push({ from, to: from + 3, text: `[{{${path}=${value}}}]` });
    const hint = hintSpans(text)[0];
    if (other && hint !== undefined)
      state.edits.push({ from: unit.from + hint.from, to: unit.from + hint.to, text: `{{${path}}}` });
    propose(state, unit.from, {
      path,
      kind: 'checkbox',
      confidence: 0.85,
      reason: `one of the choices of "${place.title}"`,
    });
  }
  return true;
}

function valueOf(text: string, path: string, used: ReadonlySet<string>): string {
  const words = constantValue(plainText(text).replace(/\s*[(–:-].*$/, ''));
  if (path !== 'incident.type') return words;
  const found = canonicalType.find(([pattern]) => pattern.test(words))?.[1];
  return found !== undefined && !used.has(found) ? found : words;
}
