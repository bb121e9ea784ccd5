import type { BlockAnchor, LineAnchor, RowAnchor } from '../template.ts';

/** One step of writing a record. A template is compiled to a flat list of these once. */
export type Instruction =
  | { op: 'text'; text: string }
  | { op: 'heading'; prefix: string; anchor: LineAnchor; after: string }
  | LineInstruction
  | { op: 'row'; anchor: RowAnchor; literals: string[]; tableId: number }
  | BlockInstruction;

/** A line, with the lines nested in it when it is an entry. `list` numbers an ordered list; -1 for others. */
export type LineInstruction = {
  op: 'line';
  anchor: LineAnchor;
  /** Indent and marker as in the template; the number of an ordered item is replaced. */
  indent: string;
  marker: string;
  list: number;
  /** Hard break and line end. */
  after: string;
  children: (LineInstruction | BlockInstruction)[];
};

/** A placeholder that stands alone. `lead` is the label line that owns it, inside an entry. */
export type BlockInstruction = {
  op: 'block';
  anchor: BlockAnchor;
  indent: string;
  lead: string;
  /** The opening line of a code block; empty for prose. */
  open: string;
  level: number;
};
