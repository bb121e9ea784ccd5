import * as Y from 'yjs';

/** Both ends of some words as positions of Yjs, written as JSON. */
export type Ends = [string, string];

const written = (text: Y.Text, at: number, assoc: number): string =>
  JSON.stringify(Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, at, assoc)));

/** The ends of a range of a text; they stay at its words when something is put in beside them. */
export const endsOf = (text: Y.Text, from: number, to: number): Ends => [written(text, from, 0), written(text, to, -1)];

function indexOf(text: Y.Text, position: string): number | undefined {
  try {
    const relative = Y.createRelativePositionFromJSON(JSON.parse(position) as unknown);
    const found = Y.createAbsolutePositionFromRelativePosition(relative, text.doc as Y.Doc);
    return found?.type === text ? found.index : undefined;
  } catch {
    return undefined;
  }
}

/** Where some words are now; undefined when they were taken out, or this document never had them. */
export function rangeOf(text: Y.Text, ends: Readonly<Ends>): { from: number; to: number } | undefined {
  const [from, to] = [indexOf(text, ends[0]), indexOf(text, ends[1])];
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}
