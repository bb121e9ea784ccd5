import type { FieldKind } from '../../record/field.ts';
import type { Policy } from '../../record/policy.ts';

/** What stands where in a document of a template, as plain JSON: enough to lay out an editor without reading Markdown. */
export type Layout = { name: string; title: string; policy: Policy; sections: LayoutSection[] };

/** One heading, in order. A section without items only heads those below it. */
export type LayoutSection = {
  /** Unique, made of the headings' words: `action-items/immediate`. Stays when a number or a sign of a heading changes. */
  id: string;
  /** As the template writes it, with emoji and numbering, without placeholders; empty before the first heading. */
  title: string;
  /** 1 to 6; 0 before the first heading. */
  level: number;
  items: LayoutItem[];
};

/** One thing in a section. Every placeholder of a template is in exactly one. */
export type LayoutItem =
  | LayoutField
  | LayoutChoice
  | LayoutProse
  | LayoutEntries
  | LayoutNote
  | LayoutLabel
  | LayoutRule;

/** One value with its label. */
export type LayoutField = {
  kind: 'field';
  label: string;
  /** The template has no words for it: its label is made of the last part of its path. */
  unnamed?: true;
  /** `impact.customers.users`, or `claims.duration` for a number that is stated about a figure. */
  path: string;
  field: FieldKind;
  /** Of a claim: the figure it is held against. */
  figure?: string;
  /** Literal text before and behind the value: `(` and `)`, `owed`. */
  before?: string;
  after?: string;
  /** On the line of the field before it: `**Time:** start - end`. */
  joined?: true;
  /** Below the line before it, indented. */
  nested?: true;
  /** In the section's heading. */
  heading?: true;
};

/** Check boxes for the values of one field. `*` stands for any other value. */
export type LayoutChoice = {
  kind: 'choice';
  label: string;
  /** As of a field. */
  unnamed?: true;
  path: string;
  options: { value: string; label: string }[];
};

/** A place for blocks. `label` is empty where the heading says it all; `code` is the info word of its code block. */
export type LayoutProse = { kind: 'prose'; path: string; label: string; code?: string };

/** A table or list of a collection's entries that fit `filter`. `placeEntries` says which. */
export type LayoutEntries = {
  kind: 'entries';
  collection: string;
  as: 'table' | 'list';
  /** The label line above it: `Planned`. */
  label?: string;
  /** A sign before each entry: `✅`. */
  mark?: string;
  filter: LayoutFilter[];
  columns: LayoutColumn[];
  /** Rows that are there before they are filled, by their label. */
  fixed?: LayoutFixed[];
  /** Takes entries that fit no fixed row. */
  open: boolean;
  /** Takes one entry only. */
  single?: true;
  nested?: true;
};

/** `{{actions.horizon=Immediate,*}}`: entries with one of the words, with `rest` those that fit nowhere else; new ones get the first. */
export type LayoutFilter = { key: string; values: string[]; rest: boolean };

/** A field of each entry. An empty key is a column of labels or of cells of single rows. */
export type LayoutColumn = {
  key: string;
  title: string;
  /** As of a field: the title is made of the key. */
  unnamed?: true;
  field: FieldKind;
  /** A claim on the entry's line: no field of the entry. */
  figure?: string;
  /** A check box, ticked when the field has this value. */
  tick?: string;
  /** On a line of its own below the entry. */
  below?: true;
};

/** A row with a literal label. Without `filter` it is no entry: only its `cells` hold values. */
export type LayoutFixed = {
  label: string;
  /** Besides the filter of the whole. */
  filter?: LayoutFilter[];
  /** The keys of the columns that this row fills. */
  keys: string[];
  /** Cells that hold something else than their column says: a claim, a field of the record, a text. */
  cells?: LayoutCell[];
};

/** `column` is the index of its column. */
export type LayoutCell =
  | { column: number; path: string; field: FieldKind; figure?: string }
  | { column: number; text: string };

/** Literal text, plain. */
export type LayoutNote = { kind: 'note'; text: string };

/** A label line above fields: `**Culture Check:**`. Above prose, entries and choices it is their own label. */
export type LayoutLabel = { kind: 'label'; text: string };

/** A thematic break between two items: `---`. */
export type LayoutRule = { kind: 'rule' };
