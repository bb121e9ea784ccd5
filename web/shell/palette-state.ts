/** What opens the command palette and the list of shortcuts from anywhere. */
const target = new EventTarget();

export const openPalette = (): void => void target.dispatchEvent(new Event('palette'));
export const openShortcuts = (): void => void target.dispatchEvent(new Event('shortcuts'));

/** Calls `opened` when one of them is asked for, until the function given back is called. */
export function onOpen(what: 'palette' | 'shortcuts', opened: () => void): () => void {
  target.addEventListener(what, opened);
  return () => target.removeEventListener(what, opened);
}
