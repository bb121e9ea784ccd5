import type { Unit } from '../outline/units.ts';
import type { BlockAnchor, LineAnchor } from '../template.ts';
import { addToRun, listOf, type Run, startRun } from './entries.ts';
import { entryLine } from './entry-line.ts';
import { addChoice, lineFields } from './fields.ts';
import type { LayoutItem } from './layout.ts';
import type { Piece } from './pieces.ts';
import { tableItems } from './table.ts';

/** Makes the items of one section from its pieces, in order. */
export class SectionItems {
  private readonly items: LayoutItem[] = [];
  private readonly text: string;
  /** A label line that nothing has taken yet. */
  private label: string | undefined;
  /** Entries that stand together and become one list. */
  private run: Run | undefined;

  constructor(text: string) {
    this.text = text;
  }

  add(piece: Piece): void {
    if (piece.type === 'anchor') {
      this.anchor(piece);
      return;
    }
    const above = piece.type === 'note' ? this.taken() : undefined;
    this.flush();
    if (above !== undefined) this.items.push({ kind: 'label', text: above });
    if (piece.type === 'label') this.label = piece.text;
    else if (piece.type === 'note') this.items.push({ kind: 'note', text: piece.text });
    else if (this.items.length > 0 && this.items.at(-1)?.kind !== 'rule') this.items.push({ kind: 'rule' });
  }

  /** Ends the section. A rule behind everything only parts it from the next. */
  end(): LayoutItem[] {
    this.flush();
    while (this.items.at(-1)?.kind === 'rule') this.items.pop();
    return this.items;
  }

  /** Ends the list that is being made. A label with nothing below it is a bold sentence. */
  private flush(): void {
    if (this.run !== undefined) this.items.push(listOf(this.run));
    this.run = undefined;
    const label = this.taken();
    if (label !== undefined) this.items.push({ kind: 'note', text: label });
  }

  private taken(): string | undefined {
    const { label } = this;
    this.label = undefined;
    return label;
  }

  private anchor({ anchor, unit, below }: Extract<Piece, { type: 'anchor' }>): void {
    if (anchor.type !== 'table' && anchor.collection !== undefined) {
      this.entry(anchor, unit, below);
      return;
    }
    const label = this.taken();
    this.flush();
    if (anchor.type === 'table') this.items.push(...tableItems(anchor, unit, this.text, label));
    else if (anchor.type === 'block') {
      const code = anchor.fence ? { code: unit.fence?.info ?? '' } : {};
      this.items.push({ kind: 'prose', path: anchor.slot.path, label: label ?? '', ...code });
    } else if (anchor.pattern.checkbox?.value !== undefined) addChoice(this.items, anchor, label);
    else {
      if (label !== undefined) this.items.push({ kind: 'label', text: label });
      this.items.push(...lineFields(anchor, unit.parent >= 0 && unit.role !== 'code'));
    }
  }

  private entry(anchor: LineAnchor | BlockAnchor, unit: Unit, below: readonly string[]): void {
    const line = entryLine(anchor, below);
    const label = this.taken();
    if (label === undefined && this.run !== undefined && addToRun(this.run, line, unit.parent)) return;
    this.flush();
    this.run = startRun(line, unit.parent, label);
  }
}
