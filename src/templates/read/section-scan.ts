import { findLabel, fullKey, labelKey, type Label } from '../outline/label.ts';
import { parentKey, scopeKey } from '../outline/scope.ts';
import type { Unit } from '../outline/units.ts';
import type { BlockAnchor, LineAnchor, TableAnchor, Template, TemplateSection } from '../template.ts';
import { extraColumns } from './extra-columns.ts';
import { fold } from './fold.ts';
import type { Found, Leftover } from './found.ts';
import { scanCode } from './scan-code.ts';
import { checkRegion, scanChildren } from './scan-item.ts';
import { matchPattern } from './match-line.ts';
import { matchColumns, matchRows } from './match-table.ts';
import { ProseRun } from './prose-run.ts';

/** No template has a longer line of help. */
const longestLiteral = 5000;

/** What a scan of one section works on. `used` holds the anchors found so far in the whole document. */
export type ScanInput = {
  text: string;
  template: Template;
  section: TemplateSection;
  index: number;
  units: readonly Unit[];
  used: Set<number>;
  /** Scope to begin in, when only a part of a section is looked at. */
  scope?: string;
};

/** Goes through the units of a document's section once and finds the anchor of each. */
export class SectionScan {
  readonly found: Found[] = [];
  readonly leftovers: Leftover[] = [];
  readonly input: ScanInput;
  private scope = '';
  /** The last matched line, which a wrapped line continues or, being empty, owns the next block. */
  private last: Found | undefined;
  private prose: ProseRun;
  constructor(input: ScanInput) {
    this.input = input;
    this.scope = input.scope ?? '';
    this.prose = new ProseRun(input);
  }

  scan(): void {
    const { units } = this.input;
    for (let at = 0; at < units.length; at++) {
      const unit = units[at] as Unit;
      if (unit.type === 'table') this.table(unit, at);
      else if (unit.type === 'fence') this.fence(unit, at);
      else if (unit.type === 'line') at = this.line(unit, at);
      else this.rest(unit, at);
    }
    this.prose.finish(this.found);
  }

  private add(found: Found): void {
    this.found.push(found);
    this.input.used.add(found.anchor);
    this.last = found;
  }

  private table(unit: Unit, at: number): void {
    const { text, index, used } = this.input;
    const table = unit.table;
    const own = this.tableAnchor(unit);
    if (own === undefined || table === undefined) {
      this.rest(unit, at);
      return;
    }
    const { anchor, columns, exact } = own;
    const { found, leftovers } = matchRows(text, table, anchor, columns, index, exact);
    if (exact) used.add(anchor.id);
    for (const one of found) this.found.push(one);
    this.last = undefined;
    for (const row of leftovers) this.leftovers.push({ from: row.from, to: row.to, section: index });
    const extra = extraColumns(text, table, columns);
    if (extra !== undefined) this.leftovers.push({ from: table.from, to: table.to, section: index, text: extra });
  }

  /** The table of this scope, of this section, or of a section below it (then its constants say nothing). */
  private tableAnchor(unit: Unit) {
    const { text, section, template, used } = this.input;
    const table = unit.table;
    if (table === undefined) return undefined;
    const fits = (anchor: TableAnchor, exact: boolean) => {
      const columns = matchColumns(text, table, anchor);
      return columns === undefined ? undefined : { anchor, columns, exact };
    };
    const scoped = section.tables.filter(({ scope }) => scope === this.scope);
    for (const list of [scoped, section.tables])
      for (const anchor of list) {
        const found = used.has(anchor.id) ? undefined : fits(anchor, true);
        if (found !== undefined) return found;
      }
    for (const anchor of section.tables) {
      const found = fits(anchor, true);
      if (found !== undefined) return found;
    }
    for (const below of template.sections.slice(section.index + 1)) {
      if (below.level <= section.level) break;
      for (const anchor of section.tables.length === 0 ? below.tables : []) {
        const found = fits(anchor, false);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  private fence(unit: Unit, at: number): void {
    const { text, section, index, used } = this.input;
    const empty = this.last?.regions.length === 1 ? this.last.regions[0] : undefined;
    const fence = unit.fence;
    if (fence !== undefined && section.code.length > 0) {
      const { found, leftovers } = scanCode(text, section.code, fence.lines, index, used);
      if (found.length > 0) {
        for (const one of found) this.found.push(one);
        for (const line of leftovers)
          if (!this.isLiteral(line.from, line.to)) this.leftovers.push({ ...line, section: index });
        return;
      }
    }
    if (fence !== undefined && empty !== undefined && empty.from === empty.to && unit.parent < 0) {
      Object.assign(empty, { context: 'fence', from: fence.contentFrom, to: fence.contentTo });
      return;
    }
    this.rest(unit, at);
  }

  private line(unit: Unit, at: number): number {
    const { text, section, units } = this.input;
    const label = findLabel(text, unit.from, unit.to);
    if (!unit.opens && unit.soft && label === undefined && this.continues(unit)) return at;
    const short = unit.to - unit.from <= 160;
    const key = label?.key ?? (short ? fullKey(text.slice(unit.from, unit.to)) : '');
    const bareKey = label?.bareKey ?? (short ? labelKey(text.slice(unit.from, unit.to)) : '');
    const { labels } = section;
    const candidates = labels.get(key) ?? labels.get(bareKey) ?? labels.get(bareKey.replace(/\d{1,4}$/, ''));
    if (candidates !== undefined) {
      const anchor = this.choose(candidates, unit);
      if (anchor?.type === 'line') return this.match(anchor, unit, at, label ?? { key, bareKey, end: unit.from });
      if (anchor?.type === 'block' && label !== undefined) {
        this.scope = anchor.scope;
        this.last = undefined;
        if (text.slice(label.end, unit.to).trim() !== '') this.prose.take(anchor, at, skip(text, label.end, unit.to));
        return at;
      }
    }
    const scope = section.scopes.get(key) ?? section.scopes.get(bareKey);
    if (scope !== undefined && scopeKey(text, unit) !== undefined) {
      if (unit.role === 'text' && unit.parent < 0) this.scope = scope;
      this.last = undefined;
      return at;
    }
    const parent = section.open.length === 0 ? '' : parentKey(units, unit, text);
    for (const anchor of section.open) {
      if (anchor.role !== unit.role || anchor.scope !== this.scope || anchor.parent !== parent) continue;
      if (anchor.parent === '' && unit.parent >= 0) continue;
      if (anchor.collection === undefined && this.input.used.has(anchor.id)) continue;
      const next = this.match(anchor, unit, at, undefined);
      if (next >= at) return next;
    }
    this.rest(unit, at);
    return at;
  }

  /** Matches a line with everything nested in it; returns the index of the last unit taken, or -1. */
  private match(anchor: LineAnchor, unit: Unit, at: number, label: Label | undefined): number {
    const { text, index } = this.input;
    const { pattern } = anchor;
    const regions = matchPattern(text, pattern, unit.from, unit.to, label, 'line');
    if (regions === undefined) return -1;
    const box = checkRegion(text, pattern, unit);
    if (box !== undefined) regions.unshift(box);
    const children = anchor.children.length > 0;
    const common = { anchor: anchor.id, constants: anchor.constants, regions, section: index };
    const found: Found = { ...common, start: unit.start, end: unit.end };
    if (anchor.collection !== undefined) found.collection = anchor.collection;
    const taken = children ? scanChildren(this.input, anchor, at, found, this.leftovers) : at;
    this.add(found);
    return taken;
  }

  private choose(list: readonly (LineAnchor | BlockAnchor)[], unit: Unit): LineAnchor | BlockAnchor | undefined {
    const { used, units, text } = this.input;
    const free = list.filter((anchor) => anchor.collection !== undefined || !used.has(anchor.id));
    if (free.length < 2) return free[0];
    const parent = parentKey(units, unit, text);
    const score = (anchor: LineAnchor | BlockAnchor) =>
      (anchor.scope === this.scope ? 2 : 0) + (anchor.parent === parent ? 1 : 0) + (used.has(anchor.id) ? 0 : 0.5);
    return free.reduce((best, anchor) => (score(anchor) > score(best) ? anchor : best));
  }

  /** A line that wraps goes on with the value of the line before it. */
  private continues(unit: Unit): boolean {
    const region = this.last?.regions.at(-1);
    if (this.last === undefined || region === undefined || region.context !== 'line' || region.from === region.to)
      return false;
    if (this.input.section.scopes.has(scopeKey(this.input.text, unit) ?? '\u0000')) return false;
    region.to = unit.to;
    this.last.end = Math.max(this.last.end, unit.to);
    return true;
  }

  /** What no line or table of the template explains: prose where it is asked for, known literal text, or left over. */
  private rest(unit: Unit, at: number): void {
    const literal = unit.type === 'line' && this.isLiteral(unit.from, unit.to);
    const anchor = this.prose.anchorFor(this.scope);
    if (!literal) this.last = undefined;
    if (anchor !== undefined && this.prose.take(anchor, at, unit.start)) return;
    if (literal || this.isLiteral(unit.from, unit.to) || isNothing(this.input.text, unit)) return;
    const parent = unit.parent >= 0 ? this.input.units[unit.parent] : undefined;
    const before = this.leftovers.at(-1);
    if (parent !== undefined && before !== undefined && before.to >= unit.end && before.from <= unit.start) return;
    this.leftovers.push({ from: unit.start, to: unit.end, section: this.input.index });
  }

  private isLiteral(from: number, to: number): boolean {
    if (to - from > longestLiteral) return false;
    return this.input.template.literals.has(fold(this.input.text.slice(from, to)));
  }
}

function isNothing(text: string, unit: Unit): boolean {
  if (unit.fence !== undefined && text.slice(unit.fence.contentFrom, unit.fence.contentTo).trim() === '') return true;
  return unit.type === 'other' && unit.to - unit.from < 80 && /^[-*_\s]*$/.test(text.slice(unit.from, unit.to));
}

function skip(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /[ \t]/.test(text[at] as string)) at++;
  return at;
}
