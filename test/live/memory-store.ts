import * as Y from 'yjs';
import type { LocalStore } from '../../web/live/room.ts';

/** Keeps rooms as a browser does, for pages of one test that come after each other. */
export function memoryStore(): LocalStore & { size: () => number } {
  let kept: [Uint8Array[], Uint8Array[]] = [[], []];
  let late = false;
  const off: (() => void)[] = [];
  const close = async () => {
    for (const end of off.splice(0)) end();
  };
  return {
    open: async (local, server) => {
      for (const [index, doc] of [local, server].entries()) {
        const own = kept[index] as Uint8Array[];
        for (const update of own) Y.applyUpdate(doc, update, 'kept');
        own.push(Y.encodeStateAsUpdate(doc));
        const keep = (update: Uint8Array) => void own.push(update);
        doc.on('update', keep);
        off.push(() => doc.off('update', keep));
      }
      return { late };
    },
    setLate: async (value) => void (late = value),
    clear: async () => {
      await close();
      kept = [[], []];
      late = false;
    },
    close,
    size: () => kept[0].length,
  };
}
