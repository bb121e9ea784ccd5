import type { MarkdownDoc } from '../../markdown/blocks.ts';
import { type Damage, findDamage } from '../../markdown/encoding.ts';
import type { Section } from '../../markdown/sections.ts';
import type { Claim } from '../../record/claim.ts';
import type { CustomSection } from '../../record/material.ts';
import type { Moment } from '../../record/moment.ts';
import type { Places } from '../../record/place.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { getPath, setPath } from '../path.ts';
import type { Slot, Template } from '../template.ts';
import { hintKey, unitKey } from './blank.ts';
import { fold, isHint } from './fold.ts';
import type { Context, Found, Leftover, Reading, Region } from './found.ts';
import { regionText, regionValue, type Value } from './value.ts';

/** A matched unit with the record paths of its regions, for patching. `index` is the entry's place in its collection. */
export type Bound = { found: Found; paths: string[]; index?: number; blank: boolean };

/** A value outside of the template's own sections. */
export type Kept = { from: number; to: number; context: Context };

type Entry = { [key: string]: unknown };

/** Turns what was found into a record. Nothing of the blank form becomes a value, unless `examples` asks for its data. */
export class RecordBuilder {
  readonly record: PostmortemRecord = {};
  readonly places: Places = new Map();
  readonly bound: Bound[] = [];
  readonly custom: CustomSection[] = [];
  /** Values under `Also recorded`, with their place in the view. */
  readonly kept = new Map<string, Kept>();
  private readonly text: string;
  private readonly doc: MarkdownDoc;
  private readonly template: Template;
  private readonly examples: boolean;
  private readonly damage: Damage | undefined;

  constructor(doc: MarkdownDoc, template: Template, examples: boolean) {
    this.doc = doc;
    this.text = doc.view.text;
    this.damage = findDamage(this.text);
    this.template = template;
    this.examples = examples;
  }

  add(found: Found): void {
    const blank = this.isBlank(found);
    const hints = found.regions.map((region, index) => this.isHintRegion(found, region, index));
    const counts = (index: number) => !blank && !(hints[index] ?? false);
    if (found.collection === undefined) {
      const paths = found.regions.map((region, index) => this.scalar(found, region, counts(index)));
      this.bound.push({ found, paths, blank });
    } else this.entry(found, found.collection, counts, blank);
  }

  private isBlank(found: Found): boolean {
    if (found.hint === true) return true;
    if (!this.template.blankUnits.has(unitKey(this.text, found))) return false;
    if (!this.examples) return true;
    const whole = fold(this.text.slice(found.start, Math.min(found.end, found.start + 900)));
    return (
      isHint(whole) || found.regions.some((region) => region.context !== 'check' && isHint(fold(this.slice(region))))
    );
  }

  private isHintRegion(found: Found, region: Region, index: number): boolean {
    if (region.context === 'check' || region.from === region.to) return false;
    const raw = fold(this.slice(region));
    return isHint(raw) && this.template.blankUnits.has(hintKey(found, index, raw));
  }

  private slice(region: Region): string {
    return this.text.slice(region.from, region.to);
  }

  private lineOf(region: Region): number {
    return this.doc.view.lineOf(region.from);
  }

  /** A scalar or a claim. A second, different value of a scalar is kept as a custom section; the first one counts. */
  private scalar(found: Found, region: Region, counts: boolean): string {
    const { slot } = region;
    const value = counts ? regionValue(this.text, region, this.template, this.lineOf(region), this.damage) : undefined;
    if (slot.kind === 'claim') return this.claim(region, value as Claim | undefined);
    if (value === undefined || (region.context === 'check' && value === false)) return slot.path;
    const known = getPath(this.record, slot.path);
    if (known === undefined) setPath(this.record, slot.path, value);
    else if (!same(known, value) && region.context !== 'check') {
      const heading = `${slot.path.split('.').at(-1) ?? ''} (stated twice)`;
      const text = region.context === 'prose' ? this.slice(region) : regionText(this.text, region, this.damage);
      this.custom.push({ heading, level: 2, text, line: this.doc.view.lineOf(found.start) });
    }
    this.place(slot.path, region);
    return slot.path;
  }

  private claim(region: Region, claim: Claim | undefined): string {
    if (claim === undefined) return region.slot.path;
    const claims = (this.record.claims ??= []);
    let index = claims.findIndex(({ figure, text }) => figure === claim.figure && text === claim.text);
    if (index < 0) index = claims.push(claim) - 1;
    this.place(`claims[${index}]`, region);
    return `claims[${index}]`;
  }

  private entry(found: Found, collection: string, counts: (index: number) => boolean, blank: boolean): void {
    const entry: Entry = {};
    let states = false;
    const values = found.regions.map((region, index) => {
      if (region.slot.collection === undefined || !counts(index)) return undefined;
      const value = regionValue(this.text, region, this.template, this.lineOf(region), this.damage);
      if (value !== undefined && value !== false) states = true;
      return value;
    });
    const index = (this.record as { [key: string]: Entry[] | undefined })[collection]?.length ?? 0;
    const paths = found.regions.map((region, at) => {
      const { slot } = region;
      if (slot.collection === undefined) return this.scalar(found, region, counts(at));
      const value = values[at];
      if (value !== undefined && states) assign(entry, slot, value);
      const path = `${collection}[${index}].${slot.key}`;
      if (value !== undefined && states) this.place(path, region);
      return path;
    });
    if (!states) {
      this.bound.push({ found, paths, blank });
      return;
    }
    for (const { key, values: options } of found.constants) if (!Object.hasOwn(entry, key)) entry[key] = options[0];
    if (collection === 'timeline') {
      entry['line'] = this.doc.view.lineOf(found.start);
      entry['precision'] ??= 'unknown';
    }
    this.list(collection).push(entry);
    this.bound.push({ found, paths, index, blank });
    this.places.set(`${collection}[${index}]`, [this.placeOf(found.start, found.end)]);
  }

  /** Remembers where a value stands that was read outside of the template's own sections. */
  keep(path: string, { from, to }: { from: number; to: number }, context: Context): void {
    this.kept.set(path, { from, to, context });
    this.places.set(path, [this.placeOf(from, to)]);
  }

  /** An entry to complete, or a new one without `at`; undefined when there is none. */
  entryAt(collection: string, at: number | undefined): { entry: Entry; index: number } | undefined {
    const list = this.list(collection);
    const index = at ?? list.length;
    if (at === undefined) list.push(collection === 'timeline' ? { precision: 'unknown' } : {});
    const entry = list[index];
    return entry === undefined ? undefined : { entry, index };
  }

  private list(collection: string): Entry[] {
    const record = this.record as { [key: string]: Entry[] | undefined };
    return (record[collection] ??= []);
  }

  private place(path: string, region: Region): void {
    const place = this.placeOf(region.from, region.to);
    const list = this.places.get(path);
    if (list === undefined) this.places.set(path, [place]);
    else list.push(place);
  }

  private placeOf(from: number, to: number) {
    const { view } = this.doc;
    return { from: view.toSource(from), to: view.toSource(to, true), line: view.lineOf(from) };
  }

  /** Sections and blocks that nothing explains, as Markdown under their heading, where they stood. */
  addLeftovers(reading: Reading, sections: readonly Section[]): void {
    const bySection = new Map<number, Reading['leftovers']>();
    for (const leftover of reading.leftovers) {
      const list = bySection.get(leftover.section);
      if (list === undefined) bySection.set(leftover.section, [leftover]);
      else list.push(leftover);
    }
    for (const [index, list] of [...bySection].toSorted(([a], [b]) => a - b)) {
      const section = sections[index];
      if (section === undefined) continue;
      const ordered = list.toSorted((a, b) => a.from - b.from);
      const first = ordered[0]?.from ?? section.from;
      const text = joinLeftovers(ordered, this.text);
      const level = Math.max(1, section.level);
      this.custom.push({ heading: section.title, level, text, line: this.doc.view.lineOf(first) });
    }
    if (this.custom.length > 0) this.record.custom = this.custom;
  }
}

/** Neighbours keep what stood between them; others are parted by a blank line. */
function joinLeftovers(list: readonly Leftover[], text: string): string {
  let out = '';
  let end = -1;
  for (const leftover of list) {
    const part = leftover.text ?? text.slice(leftover.from, leftover.to);
    if (part === '') continue;
    const between = end < 0 || leftover.text !== undefined ? 'x' : text.slice(end, leftover.from);
    out += out === '' ? part : (between.trim() === '' && between !== '' ? between : '\n\n') + part;
    end = leftover.text === undefined ? leftover.to : -1;
  }
  return out;
}

function assign(entry: Entry, slot: Slot, value: Value): void {
  if (slot.path === 'timeline.time') Object.assign(entry, value as Moment);
  else entry[slot.key] = value;
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
