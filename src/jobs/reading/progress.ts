/** What a reading thread tells of itself without being asked: it may be too busy to answer, or gone. */
export type Progress = {
  begin: (deliveryId: string) => void;
  end: () => void;
  /** The delivery that is read at this moment, and for how long. */
  current: () => { id: string; forMs: number } | undefined;
};

/** Progress in memory that two threads share. */
export function sharedProgress(memory: SharedArrayBuffer): Progress {
  const numbers = new BigInt64Array(memory);
  return {
    begin: (deliveryId) => {
      Atomics.store(numbers, 1, BigInt(Date.now()));
      Atomics.store(numbers, 0, BigInt(deliveryId));
    },
    end: () => void Atomics.store(numbers, 0, 0n),
    current: () => {
      const id = Atomics.load(numbers, 0);
      return id === 0n ? undefined : { id: String(id), forMs: Date.now() - Number(Atomics.load(numbers, 1)) };
    },
  };
}

/** Memory for one thread's progress. */
export const progressMemory = (): SharedArrayBuffer => new SharedArrayBuffer(16);
