import { createContext, useContext } from 'react';
import type { Shown } from '../../../src/operations/incident/show.ts';
import type { Figures } from '../../../src/record/figure.ts';
import type { Layout } from '../../../src/templates/layout/layout.ts';
import type { Placement } from '../../../src/templates/layout/place-entries.ts';

/** What every part of the document is drawn from. */
export type Document = {
  shown: Shown;
  layout: Layout;
  placement: Placement;
  /** Computed here from the record and the layout's policy, so that they follow an edit at once. */
  figures: Figures;
  /** The how-manieth place of its figure a field or cell of the layout is; see claim-places.ts. */
  places: ReadonlyMap<object, number>;
  /** Paths of what the layout has no place for. */
  left: readonly string[];
  readOnly: boolean;
};

const context = createContext<Document | undefined>(undefined);

/** Gives the document to all that is drawn within. */
export const DocumentProvider = context.Provider;

/** The document that is shown. @throws outside of one */
export function useDocument(): Document {
  const document = useContext(context);
  if (document === undefined) throw new Error('this part stands outside of a document');
  return document;
}
