/** One fillable place of a form, and the field proposed for it. */
export type Proposal = {
  /** 1-based line in the form. */
  line: number;
  /** The form's own line, shortened to 200 characters. */
  text: string;
  /** Record path; null when no field fits. Such a place stays prose under its heading and is kept as it is. */
  path: string | null;
  /** What kind of place it is. */
  kind: 'title' | 'label' | 'item' | 'column' | 'row' | 'prose' | 'section' | 'code' | 'checkbox';
  /** 0 to 1: 0.9 a known wording, 0.6 by its surroundings, 0.4 a guess, 0 unbound. */
  confidence: number;
  /** Why this field, or why none. */
  reason: string;
};
