import type { Unit } from '../outline/units.ts';
import type { BlockAnchor } from '../template.ts';
import { fold } from './fold.ts';
import type { Found, Region } from './found.ts';
import { trimEnd } from './match-line.ts';
import type { ScanInput } from './section-scan.ts';

type Run = { anchor: BlockAnchor; first: number; last: number; from: number };

/** Gathers the blocks of prose placeholders: one unbroken run of units for each. */
export class ProseRun {
  private readonly input: ScanInput;
  private readonly runs: Run[] = [];
  constructor(input: ScanInput) {
    this.input = input;
  }

  /** The prose placeholder of a scope; in a section with a single one, also for text before any label. */
  anchorFor(scope: string): BlockAnchor | undefined {
    const { blocks } = this.input.section;
    const own = blocks.find((anchor) => anchor.scope === scope);
    return own ?? (scope === '' && blocks.length === 1 ? blocks[0] : undefined);
  }

  /** Adds a unit; false when the run of this placeholder has already ended. */
  take(anchor: BlockAnchor, at: number, from: number): boolean {
    const run = this.runs.find((known) => known.anchor === anchor);
    if (run === undefined) {
      this.runs.push({ anchor, first: at, last: at, from });
      return true;
    }
    const unit = this.input.units[at] as Unit;
    if (run.last !== at - 1 && !(unit.parent >= run.first)) return false;
    run.last = at;
    return true;
  }

  /** Turns the runs into values: literal text and rules at both ends are not part of them. */
  finish(found: Found[]): void {
    const { units, used, index } = this.input;
    for (const run of this.runs) {
      let { first, last, from } = run;
      while (first <= last && this.isNothing(units[first] as Unit, from)) {
        first++;
        from = units[first]?.start ?? from;
      }
      while (last > first && this.isNothing(units[last] as Unit, 0)) last--;
      used.add(run.anchor.id);
      const hint = first > last;
      if (hint) ({ first, last, from } = run);
      while (last > first && isRule(this.input.text, units[last] as Unit)) last--;
      if (hint && isRule(this.input.text, units[first] as Unit)) continue;
      const region = this.region(run.anchor, first, last, from);
      const { collection, constants, id } = run.anchor;
      const place = { start: from, end: region.to, section: index };
      const one: Found = { anchor: id, constants, regions: [region], ...place, ...(hint ? { hint } : {}) };
      found.push(collection === undefined ? one : { ...one, collection });
    }
  }

  private region(anchor: BlockAnchor, first: number, last: number, from: number): Region {
    const { units, text } = this.input;
    const { slot } = anchor;
    const fence = first === last && anchor.fence ? units[first]?.fence : undefined;
    if (fence !== undefined)
      return { slot, context: 'fence', from: fence.contentFrom, to: fence.contentTo, opening: false };
    let to = from;
    for (let at = first; at <= last; at++) to = Math.max(to, (units[at] as Unit).end);
    return { slot, context: 'prose', from, to: trimEnd(text, from, to), opening: true };
  }

  private isNothing(unit: Unit, from: number): boolean {
    const { text, template } = this.input;
    if (from > unit.from) return false;
    const raw = text.slice(unit.from, unit.to);
    return template.literals.has(fold(raw)) || isRule(text, unit);
  }
}

function isRule(text: string, unit: Unit): boolean {
  return unit.type === 'other' && /^[-*_ \t]{3,80}$/.test(text.slice(unit.from, unit.to));
}
