import type { Constant, Slot } from '../template.ts';

/** How a value stands in the text: decides its escapes. */
export type Context = 'line' | 'cell' | 'code' | 'prose' | 'fence' | 'check';

/** The place of one placeholder in a document, empty or not. Offsets are of the view, wrapping marks excluded. */
export type Region = {
  slot: Slot;
  context: Context;
  from: number;
  to: number;
  /** Nothing of the line stands before it, so that its first sign could open a block. */
  opening: boolean;
  /** A checkbox's tick; for a checkbox with a value, that value when ticked. */
  ticked?: boolean;
  value?: string;
};

/** One matched anchor: a scalar line, or one entry of a collection with all of its lines. */
export type Found = {
  anchor: number;
  collection?: string;
  constants: Constant[];
  regions: Region[];
  /** Extent in the view, with marker and nested lines. */
  start: number;
  end: number;
  /** Index of the document's section. */
  section: number;
  /** Literal text where prose is asked for: no value, but the place of one. */
  hint?: boolean;
};

/** A block that no anchor explains. */
export type Leftover = {
  from: number;
  to: number;
  section: number;
  /** Text to keep in its place, where the block itself was read in part. */
  text?: string;
};

/** What a template finds in a document, before anything is taken for a value. */
export type Reading = {
  found: Found[];
  leftovers: Leftover[];
  /** Template section of each document section, or undefined. */
  pairs: (number | undefined)[];
  confidence: number;
};
