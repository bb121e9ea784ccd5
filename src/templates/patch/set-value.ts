import type { PostmortemRecord } from '../../record/record.ts';
import { encode, headingText } from '../escape.ts';
import { setPath } from '../path.ts';
import { canonicalValue } from '../read/value.ts';
import type { Found, Region } from '../read/found.ts';
import { patternOf } from './anchor-of.ts';
import { shieldEverything, wrapped } from '../write/pattern-text.ts';
import { fenceEdit } from './fence-edit.ts';
import { insertField } from './insert-field.ts';
import { noEntry, PatchError } from './patch-error.ts';
import type { PatchInput } from './patch.ts';
import { applyEdits, type Edit } from './splice.ts';
import { differs } from './verify.ts';
import { wordFor } from '../write/text-of.ts';

type Site = { region: Region; found: Found };

/** Sets one field at every place it stands, or where its label waits for a value. */
export function setValue(input: PatchInput, value: string | boolean | undefined): string {
  const { target, template, doc, source } = input;
  const text = typeof value === 'string' ? value.trim() : value;
  const intended = intendedRecord(input, text);
  const sites = sitesOf(input);
  const kept = input.reading.kept.get(target.path);
  const tries: (() => Edit[])[] = [];
  if (sites.length > 0) {
    tries.push(() => sites.map((site) => editFor(input, site, text, false)));
    tries.push(() => sites.map((site) => editFor(input, site, text, true)));
  }
  if (kept !== undefined) {
    const words = typeof text === 'string' ? text : text === undefined ? '' : text ? 'yes' : 'no';
    const coded = kept.context === 'prose' ? words : encode(words, kept.context === 'cell', false);
    tries.push(() => [{ from: kept.from, to: kept.to, text: coded }]);
  }
  if (typeof text === 'string' && kept === undefined) tries.push(() => insertField(input, text));
  let reason = 'this template has no place for it here.';
  for (const edits of tries) {
    const list = edits();
    if (list.length === 0) continue;
    const patched = applyEdits(source, doc.view, list);
    const difference = differs(patched, template, intended);
    if (difference === undefined) return patched;
    reason = `read again, ${difference}.`;
  }
  throw new PatchError(target.path, reason);
}

/** Places of the field: those with its value, and of a claim by figure all that carry that figure. */
function sitesOf({ reading, target }: PatchInput): Site[] {
  const sites: Site[] = [];
  for (const { found, paths, index } of reading.bound) {
    if (target.index !== undefined && target.collection !== 'claims' && index !== target.index) continue;
    found.regions.forEach((region, at) => {
      const own = target.figure === undefined ? paths[at] : region.slot.path;
      const choice = region.context === 'check' && region.value !== undefined;
      if (own === target.path && !choice) sites.push({ region, found });
    });
  }
  return sites;
}

function intendedRecord(input: PatchInput, value: string | boolean | undefined): PostmortemRecord {
  const { reading, target, template } = input;
  const record = structuredClone(reading.record);
  const stated = value === '' ? undefined : value;
  if (target.figure !== undefined || target.collection === 'claims') return withClaim(input, record, stated);
  const final = stated === undefined ? undefined : canonicalValue(target.field, stated, template);
  if (target.collection === undefined) {
    setPath(record, target.path, final);
    return record;
  }
  const list = (record as unknown as { [key: string]: { [key: string]: unknown }[] })[target.collection];
  const entry = list?.[target.index ?? -1];
  if (entry === undefined || target.key === undefined) throw noEntry(target.path, target.collection, list?.length ?? 0);
  if (target.field?.path === 'timeline.time') {
    for (const part of ['written', 'at', 'until', 'zone', 'carried']) delete entry[part];
    Object.assign(entry, final ?? { precision: 'unknown' });
  } else if (final === undefined) delete entry[target.key];
  else entry[target.key] = final;
  return record;
}

function withClaim(
  { target }: PatchInput,
  record: PostmortemRecord,
  value: string | boolean | undefined,
): PostmortemRecord {
  const claims = record.claims ?? [];
  if (typeof value === 'boolean') throw new PatchError(target.path, 'a claim is text.');
  const figure = target.figure ?? claims[target.index ?? -1]?.figure;
  if (figure === undefined) throw new PatchError(target.path, 'there is no such claim.');
  const at = target.figure === undefined ? (target.index ?? -1) : claims.findIndex((claim) => claim.figure === figure);
  const rest =
    target.figure === undefined
      ? claims.filter((_, index) => index !== at)
      : claims.filter((claim) => claim.figure !== figure);
  if (value === undefined) record.claims = rest;
  else if (at < 0) record.claims = [...claims, { figure, text: value }];
  else {
    const before = rest.filter((claim) => claims.indexOf(claim) < at);
    record.claims = [...before, { figure, text: value }, ...rest.slice(before.length)];
  }
  return record;
}

function editFor(
  input: PatchInput,
  { region, found }: Site,
  value: string | boolean | undefined,
  shield: boolean,
): Edit {
  const { doc, template, target } = input;
  const view = doc.view.text;
  const { from, to, slot } = region;
  if (region.context === 'check') {
    if (typeof value !== 'boolean') throw new PatchError(target.path, 'it is a tick: true or false.');
    return { from, to, text: value ? 'x' : ' ' };
  }
  const words = typeof value === 'boolean' ? (value ? 'Yes' : 'No') : wordFor(value ?? '', slot, template);
  if (region.context === 'fence') return fenceEdit(view, region, words);
  if (region.context === 'prose') return { from, to, text: words };
  let coded = encode(words, region.context === 'cell', region.opening && slot.wrap === '');
  if (found.start === from - 2 || view.startsWith('#', found.start)) coded = headingText(coded);
  if (shield) coded = shieldEverything(coded);
  const run = slot.wrap[0] === '`' ? backticksAround(view, from, to) : 0;
  if (run > 0 && words.includes('`')) return { from: from - run, to: to + run, text: wrapped(coded, '`') };
  if (from === to && words !== '') {
    const pattern = patternOf(template, found.anchor);
    coded = wrapped(coded, slot.wrap);
    const before = view[from - 1] ?? '\n';
    if (region.context === 'cell') return { from, to, text: padCell(view, from, coded) };
    const colon = view.startsWith('#', found.start) && !view.slice(found.start, from).trimEnd().endsWith(':');
    const lead = colon ? ': ' : /\s/.test(before) ? '' : ' ';
    const full = pattern !== undefined && pattern.slots.length === 1 ? bodyOf(pattern.lead) : '';
    return { from, to, text: `${lead}${full}${coded}` };
  }
  return { from, to, text: coded };
}

/** The part of a lead that follows its label: `p95 = `. */
const bodyOf = (lead: string): string => /:[*]{0,3}\s+(\S.*)$/.exec(lead)?.[1] ?? '';

function padCell(view: string, at: number, text: string): string {
  const before = view[at - 1] === '|' ? ' ' : '';
  const after = view[at] === '|' ? ' ' : '';
  return before + text + after;
}

function backticksAround(view: string, from: number, to: number): number {
  let run = 0;
  while (view[from - run - 1] === '`' && view[to + run] === '`') run++;
  return run;
}
