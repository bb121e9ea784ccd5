import type { Section } from '../../markdown/sections.ts';
import { headingKey } from '../../markdown/heading-key.ts';
import { hintSpans } from './hint.ts';
import { bind, type LearnState, propose, slot } from './state.ts';

const plainTitle =
  /^(?:incident |issue |outage )?(?:title|name)(?: incident| of (?:the )?incident)?$|^(?:title|name) of .{0,30}$/;
const generic =
  /^(?:(?:incident|issue|outage|service|production|it|security|major|the|a|an|example|sample|blameless|post ?mortem|pir|rca|report|reports|review|retrospective|template|summary|analysis|document|form|after|action|root|cause|störungsbericht|vorfallbericht|rapport|d|informe|de)\b ?)+$/;

/** Learns the document's title. `hasTitle` tells that the form has a label for it. */
export function learnTitle(section: Section, hasTitle: boolean, state: LearnState): void {
  const { heading } = section;
  if (heading === undefined) return;
  const from = heading.contentFrom;
  const to = heading.contentTo;
  const text = state.text.slice(from, to);
  const spans = hintSpans(text);
  if (spans.length > 0) {
    const out = withSpans(text, spans, hasTitle);
    for (const path of pathsIn(out))
      propose(state, from, { path, kind: 'title', confidence: 0.85, reason: 'the hint in the title' });
    state.edits.push({ from, to, text: out });
    return;
  }
  const key = headingKey(text);
  const number = /\(?\b(?:incident|issue|ticket)? ?#(?:\d{1,8}|)\)?\s*$/i.exec(text);
  if (plainTitle.test(key)) {
    const tail = /\((?:incident )?#\)\s*$/.test(text) ? ` (incident #${slot('incident.id')})` : '';
    bind(
      state,
      { from, to, text: slot('incident.title') + tail },
      { path: 'incident.title', kind: 'title', confidence: 0.9, reason: 'the title' },
    );
    if (tail !== '')
      propose(state, from, { path: 'incident.id', kind: 'title', confidence: 0.85, reason: 'the number in the title' });
    return;
  }
  if (generic.test(key)) {
    const bare = text.replace(/\s*\btemplate\b(?: for)?/i, '').trim() || 'Post-mortem';
    if (hasTitle) {
      state.edits.push({ from, to, text: bare });
      return;
    }
    bind(
      state,
      { from, to, text: `${bare}: ${slot('incident.title')}` },
      {
        path: 'incident.title',
        kind: 'title',
        confidence: 0.7,
        reason: 'the title names the form; the incident follows it',
      },
    );
    return;
  }
  if (hasTitle) return;
  const tail = number === null ? '' : ` (incident #${slot('incident.id')})`;
  bind(
    state,
    { from, to, text: slot('incident.title') + tail },
    { path: 'incident.title', kind: 'title', confidence: 0.5, reason: 'the title of the example' },
  );
}

function withSpans(text: string, spans: { from: number; to: number; words: string }[], hasTitle: boolean): string {
  const taken = new Set<string>(hasTitle ? ['incident.title'] : []);
  let out = '';
  let at = 0;
  for (const { from, to, words } of spans) {
    const before = text.slice(at, from);
    const found = pathOf(words, taken);
    at = to;
    if (found === undefined) {
      out += before.replace(/[\s,:–—-]+$/, '');
      continue;
    }
    taken.add(found);
    const glue = out !== '' && /^\s*$/.test(before) ? ' - ' : before;
    out += glue + slot(found);
  }
  return out + text.slice(at);
}

function pathOf(words: string, taken: ReadonlySet<string>): string | undefined {
  const order: [RegExp, string][] = [
    [/\b(?:id|number|no|ref|key|ticket)\b|_ID|#|INC[-_]/i, 'incident.id'],
    [/date|YYYY|yyyy|20xx/i, 'incident.date'],
    [/service|system|component|product/i, 'incident.services'],
    [/sev(?:erity)?/i, 'incident.severity'],
    [/./, 'incident.title'],
  ];
  return order.find(([pattern, path]) => pattern.test(words) && !taken.has(path))?.[1];
}

const pathsIn = (text: string): string[] => [...text.matchAll(/\{\{([\w.]+)\}\}/g)].map((match) => match[1] ?? '');
