import { encode, shieldFirst } from '../escape.ts';
import { findLabel } from '../outline/label.ts';
import { core } from '../outline/literal.ts';
import type { Region } from '../read/found.ts';
import { matchPattern } from '../read/match-line.ts';
import type { Pattern } from '../template.ts';

/** A value in its marks. A code span is as long as the backticks inside ask for. */
export function wrapped(value: string, wrap: string): string {
  if (wrap === '' || value === '') return value;
  if (wrap[0] !== '`' || !value.includes('`')) return wrap + value + wrap;
  let longest = 0;
  for (const run of value.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  const marks = '`'.repeat(longest + 1);
  return `${marks} ${value} ${marks}`;
}

/**
 * Writes one line or cell from the texts of its placeholders. What follows the last value is left out with it.
 * `shield` names texts that would be taken for the blank form's: their first sign becomes an entity.
 */
export function patternText(
  pattern: Pattern,
  texts: readonly string[],
  cell: boolean,
  shield?: ReadonlySet<number>,
): string {
  let last = texts.length - 1;
  while (last >= 0 && texts[last] === '') last--;
  if (last < 0) return pattern.bare;
  const opening = !cell && pattern.lead === '' && pattern.checkbox === undefined && pattern.wrap === '';
  const coded = texts.map((text, index) =>
    text === '' ? '' : encode(text, cell, opening && index === 0 && pattern.slots[0]?.wrap === ''),
  );
  for (const index of shield ?? []) {
    const text = coded[index] ?? '';
    if (!text.startsWith('&')) coded[index] = shieldFirst(text);
  }
  if (texts.length === 1) return single(pattern, coded[0] ?? '');
  let out = assemble(pattern, coded, last);
  if (!comesBack(pattern, out, coded, last)) {
    const signs = new Set(pattern.seps.flatMap((sep) => [...core(sep).replace(/\s/g, '')]).concat('*', '`'));
    out = assemble(
      pattern,
      coded.map((text) => shieldSigns(text, signs)),
      last,
    );
  }
  return out;
}

function single(pattern: Pattern, value: string): string {
  return pattern.lead + wrapped(value, pattern.slots[0]?.wrap ?? '') + (pattern.seps[0] ?? '');
}

function assemble(pattern: Pattern, values: readonly string[], last: number): string {
  let inner = '';
  for (let index = 0; index <= last; index++) {
    inner += wrapped(values[index] ?? '', pattern.slots[index]?.wrap ?? '');
    if (index < last || index === pattern.slots.length - 1) inner += pattern.seps[index] ?? '';
  }
  return pattern.lead + wrapped(inner, pattern.wrap);
}

/** Does the line, read again, give the same pieces? */
function comesBack(pattern: Pattern, line: string, values: readonly string[], last: number): boolean {
  const label = pattern.labelKey === '' ? undefined : findLabel(line, 0, line.length);
  const regions: Region[] | undefined = matchPattern(line, pattern, 0, line.length, label, 'line');
  if (regions === undefined) return false;
  for (let index = 0; index <= last; index++) {
    const region = regions[index];
    if (region === undefined || line.slice(region.from, region.to) !== values[index]) return false;
  }
  return regions.slice(last + 1).every(({ from, to }) => from === to);
}

function shieldSigns(text: string, signs: ReadonlySet<string>): string {
  let out = '';
  for (const sign of text.split(/(&(?:amp;){0,40}#\d{1,7};|<br>)/)) {
    const kept = /^(?:&(?:amp;){0,40}#\d{1,7};|<br>)$/.test(sign);
    out += kept
      ? sign
      : [...sign].map((one) => (signs.has(one.toLowerCase()) || one === '?' ? shieldFirst(one) : one)).join('');
  }
  return out;
}

/** Every sign of an encoded text that could end a value, open a block or look like a label, as an entity. */
export function shieldEverything(text: string): string {
  return shieldSigns(text, new Set('*`()[]-:,.>@=?_'));
}
