import { createContext, useContext, useMemo } from 'react';

/** What is lit up: by which figure or finding, and the places in the record that it rests on. */
export type Lit = { by: string; paths: ReadonlySet<string> };

/** `show` lights up and ends what was lit before; the same one again, or undefined, ends it. */
type LitState = { lit: Lit | undefined; show: (lit: Lit | undefined) => void };

const context = createContext<LitState>({ lit: undefined, show: () => {} });

/** Gives what is lit to all within. */
export const LitProvider = context.Provider;

/** What is lit, and how to light up. */
export const useLit = (): LitState => useContext(context);

/** Whether a place is lit: itself, or something in it. */
export function isLit(lit: Lit | undefined, path: string): boolean {
  if (lit === undefined) return false;
  for (const each of lit.paths)
    if (each === path || each.startsWith(`${path}.`) || each.startsWith(`${path}[`)) return true;
  return false;
}

/** The entries of a collection that are lit, by index; the same set as long as they are. */
export function useLitEntries(collection: string): ReadonlySet<number> {
  const { lit } = useLit();
  return useMemo(() => litEntries(lit, collection), [lit, collection]);
}

const none: ReadonlySet<number> = new Set();

function litEntries(lit: Lit | undefined, collection: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const path of lit?.paths ?? []) {
    if (!path.startsWith(`${collection}[`)) continue;
    found.add(Number.parseInt(path.slice(collection.length + 1), 10));
  }
  return found.size === 0 ? none : found;
}
