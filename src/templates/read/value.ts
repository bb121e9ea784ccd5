import { type Damage, repairText } from '../../markdown/encoding.ts';
import type { Field } from '../../record/catalogue.ts';
import type { Claim } from '../../record/claim.ts';
import type { Moment } from '../../record/moment.ts';
import { readMoment } from '../../values/time.ts';
import { decode } from '../escape.ts';
import type { Template } from '../template.ts';
import { typedClaim } from './claim.ts';
import type { Region } from './found.ts';

/** What a placeholder yields: text, a tick, a moment or a claim. */
export type Value = string | boolean | Moment | Claim;

/** The text of a region as the record keeps it, wrong decodings undone; empty when there is none. */
export function regionText(text: string, region: Region, damage?: Damage): string {
  const slice = text.slice(region.from, region.to);
  const raw = damage === undefined ? slice : repairText(slice, damage);
  if (region.context === 'prose') return raw;
  if (region.context === 'fence') return withoutIndent(text, region, raw);
  return decode(raw, region.context === 'cell').trim();
}

/** Code inside a list item stands indented: as deep as its first line's place, no more than blanks allow. */
function withoutIndent(text: string, region: Region, raw: string): string {
  const open = text.lastIndexOf('\n', region.from - 2) + 1;
  const indent = /^[ \t>]*/.exec(text.slice(open, region.from))?.[0].length ?? 0;
  const lines =
    indent === 0 ? [raw] : raw.split('\n').map((line) => line.replace(new RegExp(`^[ \\t>]{0,${indent}}`), ''));
  const joined = lines.join('\n');
  return joined.trim() === '' ? '' : joined;
}

/** The value of a region, or undefined when it is empty or the default of an entry. */
export function regionValue(
  text: string,
  region: Region,
  template: Template,
  line: number,
  damage?: Damage,
): Value | undefined {
  const { slot } = region;
  if (region.context === 'check') {
    if (region.value === undefined) return region.ticked === true;
    return region.ticked === true && region.value !== '*' ? region.value : undefined;
  }
  const words = regionText(text, region, damage);
  if (words === '' || template.defaults.get(slot.path) === words) return undefined;
  switch (slot.kind) {
    case 'moment':
      return readMoment(words) ?? { written: words, precision: 'unknown' };
    case 'claim':
      return typedClaim(slot.key, words, region.context === 'cell' ? 'table' : 'label', line);
    case 'flag':
      return /^(?:yes|true|x|✅|done)$/i.test(words);
    case 'choice':
      return canonical(words, scaleOf(slot, template));
    default:
      return words;
  }
}

/** The scale of a field: severities for the incident, states for actions; others have none. */
export function scaleOf(slot: { path: string }, { policy }: Template): { [word: string]: string } {
  if (slot.path === 'incident.severity') return policy.severities;
  return slot.path === 'actions.status' ? policy.statuses : {};
}

const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase();

function canonical(words: string, scale: { [word: string]: string }): string {
  if (words.length > 80) return words;
  const own = bare(words);
  for (const [word, meaning] of Object.entries(scale)) if (word === words || bare(word) === own) return meaning;
  return words;
}

/** The value a text has once it is in the record: a moment read, a word of a scale in its canonical form. */
export function canonicalValue(field: Field | undefined, value: string | boolean, template: Template): unknown {
  if (typeof value === 'boolean' || field === undefined) return value;
  if (field.kind === 'moment') return readMoment(value) ?? { written: value, precision: 'unknown' };
  return field.kind === 'choice' ? canonical(value, scaleOf(field, template)) : value;
}
