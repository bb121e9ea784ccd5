import { catalogue } from '../record/catalogue.ts';

/** Where a prose field is kept: the part of the record, and its path within. */
export type ProsePlace = { path: string; key: string; field: string };

function placeOf(path: string): ProsePlace {
  const [key = '', ...names] = path.split('.');
  return { path, key, field: names.join('.') };
}

/** Every long text of a record outside its lists, by path; these are the roots of a room's document. */
export const prosePlaces: ReadonlyMap<string, ProsePlace> = new Map(
  [...catalogue.values()]
    .filter(({ kind, collection }) => kind === 'prose' && collection === undefined)
    .map(({ path }) => [path, placeOf(path)]),
);

/** The parts of a record that hold such texts. */
export const proseKeys: readonly string[] = [...new Set([...prosePlaces.values()].map(({ key }) => key))];
