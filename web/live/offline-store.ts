import type * as Y from 'yjs';
import { removeDatabase, roomPrefix } from './clear-rooms.ts';
import { keepDoc, type KeptDoc } from './kept-doc.ts';
import type { LocalStore } from './room.ts';

const nameOf = (person: string, incident: string, copy: 'local' | 'server') =>
  `${roomPrefix}:${person}:${incident}:${copy}`;

/** Keeps a room in this browser's IndexedDB: what is written here and what the server has of it, for one person. */
export function offlineStore(person: string, incident: string): LocalStore {
  const names = [nameOf(person, incident, 'local'), nameOf(person, incident, 'server')] as const;
  const kept: KeptDoc[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  /** One thing after the other: what is opened while a room is left would never be closed. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const run = turn.then(work);
    turn = run.catch(() => {});
    return run;
  };
  const letGo = () => {
    for (const one of kept.splice(0)) one.close();
  };
  const openBoth = async (local: Y.Doc, server: Y.Doc, lost: () => void) => {
    try {
      kept.push(await keepDoc(names[0], local, lost));
      kept.push(await keepDoc(names[1], server, lost));
      return { late: (await kept[0]?.note('late')) === 1 };
    } catch {
      letGo();
      lost();
      return { late: false };
    }
  };
  return {
    open: (local, server, lost) => inTurn(() => openBoth(local, server, lost)),
    setLate: async (late) => kept[0]?.setNote('late', late ? 1 : 0),
    clear: () =>
      inTurn(async () => {
        letGo();
        await Promise.all(names.map(removeDatabase));
      }),
    close: () => inTurn(async () => letGo()),
  };
}
