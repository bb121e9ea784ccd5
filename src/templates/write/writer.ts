import type { Figures } from '../../record/figure.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { headingText } from '../escape.ts';
import { getPath } from '../path.ts';
import type { Checkbox, LineAnchor, Pattern, RowAnchor, Slot, Template } from '../template.ts';
import { fitsSection } from './fits-section.ts';
import type { BlockInstruction, Instruction, LineInstruction } from './instruction.ts';
import { patternText } from './pattern-text.ts';
import { fenceText, fitProse } from './prose-text.ts';
import { entriesOf, type Entry, sameWord, select, type Selection } from './select.ts';
import { shieldsFor } from './shield.ts';
import { TextSource } from './text-of.ts';

/** Runs a template's instructions over one record, and remembers what found no place. */
export class Writer {
  readonly selection: Selection;
  readonly source: TextSource;
  /** Entries in the order in which they were written, with their anchor. */
  readonly printed = new Map<string, { index: number; anchor: number }[]>();
  /** Prose that would not be read back from its place. */
  readonly homelessProse: string[] = [];
  private readonly record: PostmortemRecord;
  private readonly template: Template;
  private readonly counts: number[] = [];
  private out = '';

  constructor(record: PostmortemRecord, template: Template, figures: Figures | undefined) {
    this.record = record;
    this.template = template;
    this.selection = select(record, template);
    this.source = new TextSource(record, template, figures);
  }

  /** Writes all instructions, or some of them. */
  run(steps: readonly Instruction[] = this.template.instructions): string {
    for (const step of steps) {
      if (step.op === 'text') this.text(step.text);
      else if (step.op === 'line') this.line(step);
      else if (step.op === 'row') this.rows(step.anchor, step.literals);
      else if (step.op === 'block') this.block(step, undefined);
      else this.heading(step.prefix, step.anchor.pattern, step.after);
    }
    return this.out;
  }

  /** Where nothing was written between two blank lines, one of them goes. */
  private text(text: string): void {
    const twice = text.charCodeAt(0) === 10 && this.out.endsWith('\n\n');
    this.out += twice ? text.slice(1) : text;
  }

  private heading(prefix: string, pattern: Pattern, after: string): void {
    const words = patternText(pattern, this.texts(pattern, undefined), false);
    const bare = words === pattern.bare ? words.replace(/:$/, '') : headingText(words);
    this.out += prefix + bare + after;
  }

  private texts(pattern: Pattern, entry: Entry | undefined): string[] {
    return pattern.slots.map((slot) => this.source.of(slot, entry));
  }

  private entries(anchor: { id: number; collection?: string }): readonly { entry: Entry; index: number }[] {
    if (anchor.collection === undefined) return [];
    const all = entriesOf(this.record, anchor.collection);
    const chosen = this.selection.byAnchor.get(anchor.id) ?? [];
    return chosen.map((index) => ({ entry: all[index] as Entry, index }));
  }

  private note(anchor: { id: number; collection?: string }, index: number): void {
    const collection = anchor.collection ?? '';
    const list = this.printed.get(collection);
    if (list === undefined) this.printed.set(collection, [{ index, anchor: anchor.id }]);
    else list.push({ index, anchor: anchor.id });
  }

  private line(step: LineInstruction): void {
    const { anchor } = step;
    if (anchor.collection === undefined) {
      this.plainLine(step, undefined, 1, 0);
      return;
    }
    const entries = this.entries(anchor);
    const fixed = anchor.constants.length > 0 && anchor.pattern.labelKey !== '';
    if (entries.length === 0 && fixed) this.plainLine({ ...step, children: [] }, {}, 1, 0);
    entries.forEach(({ entry, index }, at) => {
      this.note(anchor, index);
      this.plainLine(step, entry, at + 1, 0);
    });
  }

  /** One line with its children. `extra` is the additional indent that a longer list number asks for. */
  private plainLine(step: LineInstruction, entry: Entry | undefined, ordinal: number, extra: number): void {
    const { anchor, indent, list } = step;
    const { pattern } = anchor;
    let { marker } = step;
    if (list >= 0) {
      const count = (this.counts[list] ?? 0) + 1;
      this.counts[list] = count;
      marker = marker.replace(/^\d+/, String(count));
    }
    const tick = pattern.checkbox === undefined ? undefined : this.ticked(pattern.checkbox, entry);
    const texts = this.texts(pattern, entry);
    if (pattern.checkbox?.value === '*' && tick !== true) texts.fill('');
    const empty = texts.every((text) => text === '');
    if (empty && pattern.lead === '' && pattern.checkbox === undefined && step.children.length === 0) return;
    const shield = empty
      ? undefined
      : shieldsFor(this.template, { anchor: anchor.id, ...this.unit(step, entry, tick, texts) });
    let words = this.guarded(anchor, patternText(pattern, texts, false, shield), texts);
    if (pattern.counter) words = words.replace(/(\s)1(?![0-9])/, `$1${ordinal}`);
    const box = tick === undefined ? '' : tick ? '[x] ' : '[ ] ';
    const pad = ' '.repeat(extra);
    this.out += `${pad}${indent}${marker}${box}${words}`.trimEnd() + step.after;
    const deeper = extra + marker.length - step.marker.length;
    for (const child of step.children) {
      if (child.op === 'block') this.block(child, entry, deeper);
      else this.plainLine(child, entry, 1, deeper);
    }
  }

  /** All texts of an entry in the order in which they are read back. */
  private unit(step: LineInstruction, entry: Entry | undefined, tick: boolean | undefined, texts: readonly string[]) {
    const all = [...texts];
    for (const child of step.children) {
      if (child.op === 'line') all.push(...this.texts(child.anchor.pattern, entry));
      else all.push(this.source.of(child.anchor.slot, entry));
    }
    return tick === undefined ? { texts: all } : { texts: all, tick };
  }

  private ticked({ slot, value }: Checkbox, entry: Entry | undefined): boolean {
    const own = entry === undefined ? getPath(this.record, slot.path) : entry[slot.key];
    if (value === undefined) return own === true;
    if (typeof own !== 'string') return false;
    if (value !== '*') return sameWord(own, value);
    return !this.template.sections.some((section) =>
      section.anchors.some(
        (anchor) =>
          anchor.type === 'line' &&
          anchor.pattern.checkbox?.slot.path === slot.path &&
          anchor.pattern.checkbox.value !== '*' &&
          sameWord(anchor.pattern.checkbox.value ?? '', own),
      ),
    );
  }

  /** An entry without a label must not look like a labelled one of its section. */
  private guarded(anchor: LineAnchor, words: string, texts: readonly string[]): string {
    const { pattern } = anchor;
    if (pattern.labelKey !== '' || anchor.role !== 'item' || texts[0] === '') return words;
    const section = this.template.sections[anchor.section];
    return section === undefined ? words : fitsSection.line(section, pattern, words);
  }

  private rows(anchor: RowAnchor, literals: readonly string[]): void {
    const entries = this.entries(anchor);
    if (entries.length === 0 && anchor.fixed !== '') this.row(anchor, literals, {});
    for (const { entry, index } of entries) {
      this.note(anchor, index);
      this.row(anchor, literals, entry);
    }
  }

  private row(anchor: RowAnchor, literals: readonly string[], entry: Entry): void {
    const texts = anchor.cells.map((pattern) => (pattern === undefined ? [] : this.texts(pattern, entry)));
    const shield = shieldsFor(this.template, { anchor: anchor.id, texts: texts.flat() });
    let at = 0;
    let line = '|';
    anchor.cells.forEach((pattern, column) => {
      const own = texts[column] ?? [];
      const shields =
        shield === undefined
          ? undefined
          : new Set([...shield].map((index) => index - at).filter((index) => index >= 0 && index < own.length));
      at += own.length;
      const words = pattern === undefined ? (literals[column] ?? '') : patternText(pattern, own, true, shields);
      line += words === '' ? ' |' : ` ${words} |`;
    });
    this.out += `${line}\n`;
  }

  private block(step: BlockInstruction, entry: Entry | undefined, extra = 0): void {
    const { anchor, level } = step;
    const own = entry === undefined && anchor.collection !== undefined ? this.entries(anchor)[0] : undefined;
    const text = this.blockText(anchor.slot, entry ?? own?.entry);
    if (text === '') {
      if (anchor.fence && entry === undefined) this.out += fenceText('', step.open, step.indent);
      return;
    }
    if (anchor.fence) {
      const pad = ' '.repeat(extra);
      this.out += step.lead === '' ? '' : pad + step.lead;
      this.out += fenceText(text, step.open, pad + step.indent);
    } else {
      const fit = fitProse(text, level);
      if (!fitsSection.prose(this.template, anchor, fit)) {
        if (own !== undefined) this.moveOut(anchor, own.index);
        else this.homelessProse.push(anchor.slot.path);
        return;
      }
      this.out += `${fit}\n`;
    }
    if (own !== undefined) this.note(anchor, own.index);
  }

  private moveOut(anchor: { collection?: string }, index: number): void {
    const collection = anchor.collection ?? '';
    this.selection.homeless.set(collection, [...(this.selection.homeless.get(collection) ?? []), index]);
  }

  private blockText(slot: Slot, entry: Entry | undefined): string {
    return this.source.of(slot, entry);
  }
}
