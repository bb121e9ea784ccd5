import { stringify } from 'yaml';
import { plainText } from '../../markdown/plain.ts';
import { choices } from './hint.ts';
import type { LearnState } from './state.ts';

/** What a form lists of scales and roles, as the keys of a template's front matter. */
export type Scales = {
  severities?: { [word: string]: string };
  statuses?: { [word: string]: string };
  horizons?: { name: string; within?: string }[];
  signoff?: string[];
};

const severityRanks = ['critical', 'high', 'medium', 'low'];
const severityWords: [RegExp, string][] = [
  [/crit|blocker|catastroph|severe/i, 'critical'],
  [/high|major/i, 'high'],
  [/med|moderate|minor/i, 'medium'],
  [/low|trivial|cosmetic/i, 'low'],
];
const stateWords: [RegExp, string][] = [
  [/in.?progress|ongoing|started$/i, 'inProgress'],
  [/not started|open|to.?do|new|pending|planned/i, 'open'],
  [/done|complet|closed|resolved/i, 'done'],
  [/block|hold/i, 'blocked'],
];

/** A severity by its word, or by its number: SEV1, P1 and S1 are the worst; P0 or SEV0 is, where it exists. */
function severities(words: string[]): { [word: string]: string } | undefined {
  const numbers = words.map((word) => /^\D{0,5}(\d)$/.exec(word)?.[1]);
  const least = Math.min(...numbers.map((number) => Number(number ?? 9)));
  const entries = words.map((word, index): [string, string | undefined] => {
    const number = numbers[index];
    const rank = number === undefined ? undefined : severityRanks[Math.min(3, Number(number) - Math.min(1, least))];
    return [word, rank ?? severityWords.find(([pattern]) => pattern.test(word))?.[1]];
  });
  const known = entries.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return known.length < 2 || known.length * 2 < words.length ? undefined : Object.fromEntries(known);
}

/** Reads the scales from the choices the form gives behind its labels and the slices of its lists. */
export function scalesOf(state: LearnState): Scales {
  const scales: Scales = {};
  for (const { path, text } of state.proposals) {
    if (path === null) continue;
    const words = choices(text.replace(/^.{0,60}?:[*_]{0,2}\s*/, '').replace(/^`(.{0,200})`$/, '$1'));
    if (path === 'incident.severity' && words !== undefined && scales.severities === undefined) {
      const found = severities(words);
      if (found !== undefined) scales.severities = found;
    }
  }
  const body = state.edits.map(({ text }) => text).join('\n');
  const statuses = statusesOf(state);
  if (statuses !== undefined) scales.statuses = statuses;
  const horizons = [
    ...new Set([...body.matchAll(/\{\{actions\.horizon=([^}]{1,80})\}\}/g)].map((match) => match[1] ?? '')),
  ];
  if (horizons.length > 0) scales.horizons = horizons.map((name) => ({ name, ...within(name, state.text) }));
  const roles = [...new Set([...body.matchAll(/\{\{signoffs\.role=([^}]{1,80})\}\}/g)].map((match) => match[1] ?? ''))];
  if (roles.length > 0) scales.signoff = roles;
  return scales;
}

function statusesOf({ proposals, text }: LearnState): { [word: string]: string } | undefined {
  if (!proposals.some(({ path }) => path === 'actions.status')) return undefined;
  for (const match of text
    .slice(0, 200_000)
    .matchAll(/(?:\||:)[ \t]*([\p{L}][\p{L} ]{1,20}(?: ?[/|] ?[\p{L}][\p{L} ]{1,20}){1,4})[ \t]*(?:\||$)/gmu)) {
    const words = (match[1] ?? '').trim().split(/\s*[/|]\s*/);
    const known = words.map((word): [string, string | undefined] => [
      word,
      stateWords.find(([pattern]) => pattern.test(word))?.[1],
    ]);
    const found = known.filter((entry): entry is [string, string] => entry[1] !== undefined);
    if (found.length >= 2 && found.length === words.length) return Object.fromEntries(found);
  }
  return undefined;
}

const units: [RegExp, string][] = [
  [/^h/i, 'h'],
  [/^d/i, 'd'],
  [/^w/i, 'w'],
  [/^m/i, 'mo'],
  [/^q/i, 'q'],
];

/** The length of a horizon, from the line that names it: `Immediate (within 24 hours)`. */
function within(name: string, text: string): { within?: string } {
  const line = text
    .split('\n')
    .find((candidate) => /^#|\*\*/.test(candidate) && candidate.toLowerCase().includes(name.toLowerCase().slice(0, 6)));
  const match = /(\d{1,3}|next|a|one)[ -](hours?|days?|weeks?|months?|quarters?)/i.exec(line ?? '');
  if (match === null) return {};
  const unit = units.find(([pattern]) => pattern.test(match[2] ?? ''))?.[1] ?? 'd';
  const count = /\d/.test(match[1] ?? '') ? Number(match[1]) : 1;
  return { within: unit === 'w' ? `${count * 7}d` : `${count}${unit}` };
}

/** The front matter of a learned template. */
export function headOf(name: string, title: string, scales: Scales): string {
  const words = plainText(title)
    .replace(/[^\p{L}\p{N} .,:'()-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[ :-]+$/, '')
    .trim();
  const sentence = `Learned from the form "${words || name}"; read its bindings through before use.`;
  return `---\n${stringify({ name, title: words || name, sentence, ...scales }, { lineWidth: 0 })}---\n`;
}
