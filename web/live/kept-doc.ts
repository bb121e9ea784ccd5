import * as Y from 'yjs';

/** A document that is kept in a database of this browser. */
export type KeptDoc = {
  /** A number beside the document; 0 where none was put. */
  note: (name: string) => Promise<number>;
  setNote: (name: string, value: number) => void;
  close: () => void;
};

/** So many updates are put together into one state. */
const mostUpdates = 500;
/** Some browsers never answer: where no database was opened by then, nothing is kept. */
const patienceMs = 3000;

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the database gave no answer')));
  });

const openDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Error('the database was not opened in time'));
    }, patienceMs);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('updates', { autoIncrement: true });
      request.result.createObjectStore('custom');
    });
    answerOf(request)
      .then((database) => {
        if (isLate) return database.close();
        // Who signs out in another window removes it: it is let go at once.
        database.addEventListener('versionchange', () => database.close());
        resolve(database);
      }, reject)
      .finally(() => clearTimeout(timer));
  });

/**
 * Applies what is kept to a document, then keeps every update of it. `lost` is told when that is over, as when the disk is full or
 * somebody took the database away: writing goes on then, but not beyond this page.
 * @throws where the browser keeps nothing
 */
export async function keepDoc(name: string, doc: Y.Doc, lost: () => void): Promise<KeptDoc> {
  const database = await openDatabase(name);
  const own = Symbol(name);
  let count = 0;

  const storeOf = (kind: 'updates' | 'custom'): IDBObjectStore => {
    const transaction = database.transaction(kind, 'readwrite');
    transaction.addEventListener('abort', lost);
    return transaction.objectStore(kind);
  };
  /** A database that is gone throws, and what throws in a listener of a document would stop the editor that wrote in it. */
  const put = (work: () => unknown): void => {
    try {
      work();
    } catch {
      lost();
    }
  };
  /** Takes what is there, what other windows have kept too; one state stands in its place when it has become much. */
  const take = async (): Promise<void> => {
    const store = storeOf('updates');
    const [updates, keys] = await Promise.all([answerOf<Uint8Array[]>(store.getAll()), answerOf(store.getAllKeys())]);
    const isNew = doc.store.clients.size > 0;
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)), own);
    const isMuch = updates.length >= mostUpdates;
    if (isNew || isMuch) store.add(Y.encodeStateAsUpdate(doc));
    if (isMuch) store.delete(IDBKeyRange.upperBound(keys.at(-1)));
    count = isMuch ? 1 : updates.length + 1;
  };
  const keep = (update: Uint8Array, origin: unknown): void => {
    if (origin === own) return;
    put(() => storeOf('updates').add(update));
    count += 1;
    if (count < mostUpdates) return;
    count = 0;
    take().catch(lost);
  };
  const close = () => {
    doc.off('update', keep);
    database.close();
  };
  doc.on('update', keep);
  await take().catch((error: unknown) => {
    close();
    throw error;
  });
  return {
    note: async (key) => Number((await answerOf<unknown>(storeOf('custom').get(key))) ?? 0),
    setNote: (key, value) => put(() => storeOf('custom').put(value, key)),
    close,
  };
}
