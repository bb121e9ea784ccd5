/** How far a file has come. */
export type State = 'waiting' | 'reading' | 'read' | 'creating' | 'created' | 'failed';

/** One file of an import, and what is known of it. */
export type ImportRow = {
  path: string;
  state: State;
  /** The template it was read with; null when none was recognised. */
  template?: string | null;
  confidence?: number;
  /** Values that have a place in the record, and the parts they are in. */
  values?: number;
  parts?: number;
  /** Sections that have none: kept as they are, with the line of their heading. */
  unbound?: { heading: string; line: number }[];
  errors?: number;
  otherFindings?: number;
  repaired?: boolean;
  key?: string;
  /** Why it failed, or what went wrong beside. */
  why?: string;
};
