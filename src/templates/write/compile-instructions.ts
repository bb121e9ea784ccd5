import type { Section } from '../../markdown/sections.ts';
import type { Unit } from '../outline/units.ts';
import type { BlockAnchor, LineAnchor, TableAnchor, TemplateSection } from '../template.ts';
import type { BlockInstruction, Instruction, LineInstruction } from './instruction.ts';

/** Turns a template's body into the flat list of steps that writes it. */
export function compileInstructions(
  body: string,
  sections: readonly TemplateSection[],
  found: readonly Section[],
  units: ReadonlyMap<number, Unit>,
): Instruction[] {
  const compiler = new Compiler(body, units);
  sections.forEach((section, index) => {
    const heading = found[index]?.heading;
    if (section.heading !== undefined && heading !== undefined) compiler.heading(section.heading, heading);
    for (const anchor of section.anchors) {
      if (anchor.type === 'table') compiler.table(anchor);
      else if (anchor.type === 'block') compiler.block(anchor, section.level);
      else compiler.line(anchor, section.level);
    }
  });
  compiler.text(body.length);
  return compiler.out;
}

class Compiler {
  readonly out: Instruction[] = [];
  private readonly body: string;
  private readonly units: ReadonlyMap<number, Unit>;
  private readonly lists = new Map<string, number>();
  private at = 0;
  constructor(body: string, units: ReadonlyMap<number, Unit>) {
    this.body = body;
    this.units = units;
  }

  text(to: number): void {
    if (to > this.at) this.out.push({ op: 'text', text: this.body.slice(this.at, to) });
    this.at = Math.max(this.at, to);
  }

  private lineStart(offset: number): number {
    return this.body.lastIndexOf('\n', offset - 1) + 1;
  }

  private lineEnd(offset: number): number {
    const newline = this.body.indexOf('\n', offset);
    return newline < 0 ? this.body.length : newline + 1;
  }

  private unit(id: number): Unit {
    return this.units.get(id) as Unit;
  }

  heading(anchor: LineAnchor, heading: { from: number; contentFrom: number; contentTo: number; to: number }): void {
    this.text(heading.from);
    const prefix = this.body.slice(heading.from, heading.contentFrom);
    const end = this.lineEnd(heading.to);
    this.out.push({ op: 'heading', prefix, anchor, after: this.body.slice(heading.contentTo, end) });
    this.at = end;
  }

  table(anchor: TableAnchor): void {
    const table = this.unit(anchor.id).table;
    for (const row of anchor.rows) {
      const unit = this.unit(row.id);
      this.text(this.lineStart(unit.from));
      const source = table?.rows.find(({ from }) => from === unit.from);
      const literals = (source?.cells ?? []).map(({ from, to }) => this.body.slice(from, to));
      this.out.push({ op: 'row', anchor: row, literals, tableId: anchor.id });
      this.at = this.lineEnd(unit.to);
    }
  }

  line(anchor: LineAnchor, level: number): void {
    this.text(this.lineStart(this.unit(anchor.id).start));
    const made = this.makeLine(anchor);
    for (const child of anchor.children)
      made.children.push(child.type === 'block' ? this.makeBlock(child, level) : this.makeLine(child));
    this.out.push(made);
  }

  private makeLine(anchor: LineAnchor): LineInstruction {
    const unit = this.unit(anchor.id);
    const end = this.lineEnd(unit.to);
    this.at = end;
    const after = this.body.slice(unit.to, end);
    return {
      op: 'line',
      anchor,
      indent: this.body.slice(this.lineStart(unit.start), unit.start),
      marker: this.body.slice(unit.start, unit.from),
      list: unit.ordered && unit.role === 'item' ? this.list(anchor, unit) : -1,
      after: after.endsWith('\n') ? after : `${after}\n`,
      children: [],
    };
  }

  private list(anchor: LineAnchor, unit: Unit): number {
    const key = `${anchor.section}/${anchor.scope}/${unit.parent}`;
    const known = this.lists.get(key) ?? this.lists.size;
    this.lists.set(key, known);
    return known;
  }

  block(anchor: BlockAnchor, level: number): void {
    const unit = this.unit(anchor.id);
    this.text(this.lineStart(unit.start));
    this.out.push(this.makeBlock(anchor, level));
  }

  private makeBlock(anchor: BlockAnchor, level: number): BlockInstruction {
    const unit = this.unit(anchor.id);
    const start = this.lineStart(unit.start);
    const lead = this.body.slice(this.at, start);
    const open = anchor.fence ? this.body.slice(unit.start, this.lineEnd(unit.start)).trimEnd() : '';
    this.at = this.lineEnd(unit.end - 1);
    return { op: 'block', anchor, indent: this.body.slice(start, unit.start), lead, open, level };
  }
}
