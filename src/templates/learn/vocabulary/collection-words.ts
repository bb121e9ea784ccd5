/** A repeating part of the record: which column headings and labels name its fields, in order of preference. */
export type CollectionWords = {
  /** The field an entry without any column is: `text`, `name`. */
  main: string;
  /** The field that a label or a heading above the entries names: `area`, `kind`. */
  group?: string;
  /** The field of a tick. */
  tick?: string;
  /** A literal first cell names the entry by this field; such rows are kept as they are. */
  fixedBy?: string;
  columns: [RegExp, string][];
};

/** Words for a due date, in any collection. */
export const due = /due|deadline|target date|by when|^when$|\beta\b|^date$|completion|bis wann|échéance|termin|fecha/;
