import { useState } from 'react';
import type { Thread } from '../../../../src/operations/comment/thread.ts';
import { call } from '../../../api/call.ts';
import type { Problem } from '../../../api/problem.ts';
import { refresh } from '../../../api/queries.ts';
import { remember } from '../../../editors/undo.ts';
import { say } from '../../../parts/notices.tsx';
import { words } from '../../../words/index.ts';
import { focusAfter } from './focus-after.ts';
import { useComments } from './comments.ts';

/** What ends a thread, or opens it again. */
export type Way = 'resolve' | 'decline' | 'apply' | 'reopen';

const { comments } = words;
const done: Record<Way, string> = {
  resolve: comments.resolvedNow,
  decline: comments.declinedNow,
  apply: comments.applied,
  reopen: comments.reopenedNow,
};

/** Settles a thread; what was done can be taken back. What is refused is given to be shown. */
export function useSettle({ id }: Thread) {
  const { incident, activate } = useComments();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const to = (way: Way) => call('comment.' + way, { incident, comment: id });
  const reread = () => refresh('comment.list', 'incident.show');
  const settle = async (way: Way) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    const work = to(way).then(() => ({ version: 0, back: () => to('reopen').then(reread) }));
    const undo = way === 'reopen' ? undefined : remember(comments.settling[way], work);
    try {
      await work;
      const focus = focusAfter(id);
      await reread();
      activate(undefined);
      focus();
      say(done[way], undo);
    } catch (error) {
      setProblem(error as Problem);
    } finally {
      setBusy(false);
    }
  };
  return { settle, problem, busy };
}
