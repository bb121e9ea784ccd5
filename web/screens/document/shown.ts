import {
  createContext,
  useContext,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
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
  /** Paths of what the layout has no place for; looked for when somebody asks. */
  left: () => readonly string[];
  readOnly: boolean;
};

/** The document as it is, for those who ask to be told. */
type Newest = {
  /** In this layout: sections of another template come together with what stands in them. */
  get: (layout: Layout) => Document;
  set: (document: Document) => void;
  subscribe: (heard: () => void) => () => void;
};

function newestOf(first: Document): Newest {
  const listeners = new Set<() => void>();
  let [now, before] = [first, first];
  return {
    get: (layout) => (now.layout === layout ? now : before),
    set: (document) => {
      if (document.layout !== now.layout) before = now;
      now = document;
      for (const heard of listeners) heard();
    },
    subscribe: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}

/** What stays as it is while a document is written: most of the sheet is drawn from this and `useNewest`. */
type Sheet = Pick<Document, 'layout' | 'places' | 'readOnly'> & { incident: string };

const context = createContext<Document | undefined>(undefined);
const sheet = createContext<Sheet | undefined>(undefined);
const newest = createContext<Newest | undefined>(undefined);

const outside = (): never => {
  throw new Error('this part stands outside of a document');
};

/** Gives the document to all that is drawn within: what changed is drawn first by `useNewest`, and all the rest a moment later. */
export function useProviders(document: Document) {
  const [held] = useState(() => newestOf(document));
  useLayoutEffect(() => held.set(document), [held, document]);
  const settled = useDeferredValue(document);
  const { layout, places, readOnly } = settled;
  const { id: incident } = settled.shown;
  const steady = useMemo(() => ({ incident, layout, places, readOnly }), [incident, layout, places, readOnly]);
  return { held, settled, steady };
}

/** Gives the document to all that is drawn within. */
export const DocumentProvider = context.Provider;
/** Gives what `useSheet` says. */
export const SheetProvider = sheet.Provider;
/** Gives what `useNewest` looks at. */
export const NewestProvider = newest.Provider;

/** The document that is shown; a change is in it a moment after it was made. @throws outside of one */
export const useDocument = (): Document => useContext(context) ?? outside();

/** What does not change with what is written. @throws outside of a document */
export const useSheet = (): Sheet => useContext(sheet) ?? outside();

/**
 * A part of the document as it is now, for what has to follow a change in the same frame. `select` gives the same part as long as
 * nothing in it changes. @throws outside of a document
 */
export function useNewest<Part>(select: (document: Document) => Part): Part {
  const { layout } = useSheet();
  const { get, subscribe } = useContext(newest) ?? outside();
  return useSyncExternalStore(subscribe, () => select(get(layout)));
}
