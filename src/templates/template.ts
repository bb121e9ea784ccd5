import type { FieldKind } from '../record/field.ts';
import type { Policy } from '../record/policy.ts';
import type { Repeat } from './outline/walk.ts';
import type { Instruction } from './write/instruction.ts';

/** Where a value goes: one placeholder. */
export type Slot = {
  /** `incident.id`, `actions.owner`, `claims.duration`. */
  path: string;
  kind: FieldKind | 'claim';
  /** Name of the collection; absent for a scalar or a claim. */
  collection?: string;
  /** Path within its item, or the whole path of a scalar, or the figure of a claim. */
  key: string;
  /** Emphasis marks or backticks directly around the placeholder: literal when writing, optional when reading. */
  wrap: string;
};

/** `{{actions.horizon=Immediate,*}}`: set to the first when read; takes those entries when written, `*` what is left. */
export type Constant = { path: string; collection: string; key: string; values: string[]; rest: boolean };

/** `- [{{actions.done}}]`, or with `value`, `- [{{incident.type=security}}]`: ticked when equal. `*` means any other. */
export type Checkbox = { slot: Slot; value?: string };

/** One line or cell of a template. `seps[i]` follows slot i; the last one may be missing in a document. */
export type Pattern = {
  checkbox?: Checkbox;
  /** Text before the first placeholder as it is written, checkbox, marker and wrapping marks excluded. */
  lead: string;
  /** What is written when every value is absent: the label alone. */
  bare: string;
  /** The first placeholder is itself the label: `**{{lessons.topic}}**: {{lessons.text}}`. */
  named: boolean;
  /** Key of the label that opens the line, with and without parentheses; empty when there is none. */
  labelKey: string;
  bareKey: string;
  /** What stands between label and first placeholder, for comparing. */
  rest: string;
  /** The label holds the number of the item: `Step 1`. */
  counter: boolean;
  slots: Slot[];
  seps: string[];
  /** Marks around all placeholders of a line with several. */
  wrap: string;
};

/** Something in a section that a document is searched for. `id` is unique in its template. */
export type Anchor = LineAnchor | BlockAnchor | TableAnchor;

type Common = {
  id: number;
  section: number;
  scope: string;
  parent: string;
  collection?: string;
  constants: Constant[];
};

/** A line, list item or line of code with placeholders. With a collection it repeats. */
export type LineAnchor = Common & {
  type: 'line';
  role: 'text' | 'item' | 'code';
  pattern: Pattern;
  /** Lines and blocks below it that belong to the same item. */
  children: (LineAnchor | BlockAnchor)[];
};

/** A placeholder that stands alone: it takes all blocks of its scope, or the content of a code block. */
export type BlockAnchor = Common & { type: 'block'; slot: Slot; fence: boolean; bareScope: string };

/** A table. Columns go by heading; a row whose first cell is literal is fixed and found by that cell. */
export type TableAnchor = Common & { type: 'table'; columns: string[]; titles: string[]; rows: RowAnchor[] };
export type RowAnchor = {
  id: number;
  /** Key of the literal cell of a fixed row, and its column. */
  fixed: string;
  keyColumn: number;
  cells: (Pattern | undefined)[];
  collection?: string;
  constants: Constant[];
};

/** One heading of a template and what is looked for below it. */
export type TemplateSection = {
  index: number;
  level: number;
  title: string;
  /** Keys of the headings above it and its own, without the document's title. */
  path: string[];
  /** The heading's own placeholder line, when it has one. */
  heading?: LineAnchor;
  anchors: Anchor[];
  /** The same by how they are found: without a label, in code, standing alone, tables. */
  open: LineAnchor[];
  code: LineAnchor[];
  blocks: BlockAnchor[];
  tables: TableAnchor[];
  labels: Map<string, (LineAnchor | BlockAnchor)[]>;
  /** Label lines that open a scope and literal items that own a nested list: scope by key, with and without parentheses. */
  scopes: Map<string, string>;
};

/** A compiled template: reads, writes and patches documents of its form. */
export type Template = {
  name: string;
  title: string;
  sentence: string;
  incidentId?: string;
  policy: Policy;
  /** Text for a field that is absent in an entry; read back as absent. */
  defaults: Map<string, string>;
  source: string;
  blank?: string;
  sections: TemplateSection[];
  instructions: Instruction[];
  /** Its repeating anchors by collection, in order, and the section each stands in. */
  repeats: Map<string, Repeat[]>;
  /** Paths that have a place in this template. */
  paths: Set<string>;
  /** Of a team's own, on a server: its version there, and whether it is archived: found by its name, no longer offered. */
  kept?: { version: number; archived: boolean };
  /** Units of the blank form by anchor and values, and its literal text: what is no value in a document. */
  blankUnits: Set<string>;
  literals: Set<string>;
};
