import { useCallback, useEffect, useState } from 'react';
import { call } from '../../../api/call.ts';
import { asProblem, type Problem } from '../../../api/problem.ts';
import { forget, type Memory, remember, remembered } from '../memory.ts';
import { canVerify, checkCheckpoint, checkGrowth, type ListedKey, type State } from '../verify/index.ts';

type Checkpoint = { size: number; root: string; note: string; at: string };
export type Key = ListedKey & { id: string; createdAt: string; retiredAt: string | null };

/** The head of the ledger, and what this browser found out about it. */
export type HeadState = {
  checkpoint: Checkpoint;
  keys: Key[];
  /** Absent where the browser cannot check. */
  checked?: { signature: State; growth: State; before: Memory | undefined };
};

async function load(): Promise<HeadState> {
  // Before it asks: another window may find and remember a later head while this one waits for its answer.
  const before = remembered();
  const [checkpoint, { items: keys }] = await Promise.all([
    call<Checkpoint>('ledger.checkpoint'),
    call<{ items: Key[] }>('ledger.keys'),
  ]);
  if (!(await canVerify())) return { checkpoint, keys };
  const { head, signature } = await checkCheckpoint(checkpoint.note, keys, before?.key);
  let growth: State = 'unknown';
  if (before !== undefined && head !== undefined) {
    const { size } = before.head;
    const { proof } =
      size > head.size
        ? { proof: [] }
        : await call<{ proof: string[] }>('ledger.consistency', { from: size, to: head.size });
    growth = await checkGrowth(before.head, head, proof);
  }
  const key = before?.key ?? keys[0]?.verifier;
  if (head !== undefined && key !== undefined && signature === 'proven' && growth !== 'refuted')
    remember({ key, head, at: new Date().toISOString() });
  return { checkpoint, keys, checked: { signature, growth, before } };
}

/** Reads the head of the ledger and checks it against what this browser remembers; `trustAnew` forgets that. */
export function useHead() {
  const [state, setState] = useState<HeadState>();
  const [problem, setProblem] = useState<Problem>();
  const read = useCallback(() => {
    setProblem(undefined);
    load().then(setState, (error: unknown) => setProblem(asProblem(error)));
  }, []);
  useEffect(read, [read]);
  const trustAnew = () => {
    forget();
    read();
  };
  return { state, problem, read, trustAnew };
}
