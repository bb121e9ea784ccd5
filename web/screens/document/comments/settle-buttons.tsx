import type { ReactNode } from 'react';
import type { Thread } from '../../../../src/operations/comment/thread.ts';
import { ownActor } from '../../../api/actor.ts';
import { start } from '../../../api/start.ts';
import { Button } from '../../../parts/button.tsx';
import { words } from '../../../words/index.ts';
import { useDocument } from '../shown.ts';
import style from './card.module.css';
import { useComments } from './comments.ts';
import { Refused } from './refused.tsx';
import { useSettle, type Way } from './use-settle.ts';

const { comments: own } = words;

/** A text that was approved is written again only after it was given back. */
const frozen = new Set(['approved', 'published', 'archived']);

/** What a person may do about a thread now. */
function useWays({ state, replacement, comments: [first] }: Thread): Way[] {
  const { mayAdd } = useComments();
  const { shown, readOnly } = useDocument();
  const maySettle = mayAdd && (start.me.role !== 'viewer' || first?.author.id === ownActor);
  const mayEdit = !readOnly && !frozen.has(shown.status);
  if (state !== 'open') return maySettle && (state !== 'applied' || mayEdit) ? ['reopen'] : [];
  if (replacement === null) return maySettle ? ['resolve'] : [];
  return [...(mayEdit ? (['apply'] as const) : []), ...(maySettle ? (['decline'] as const) : [])];
}

/** Resolve, or apply and decline; what was settled is opened again. */
export function SettleButtons({ thread, children }: { thread: Thread; children: ReactNode }) {
  const { settle, problem, busy } = useSettle(thread);
  const ways = useWays(thread);
  return (
    <>
      {problem === undefined ? null : <Refused problem={problem} />}
      <div className={style.buttons}>
        {ways.map((way) => (
          <Button
            key={way}
            className={style.small}
            busy={busy}
            {...(way === 'apply' ? { look: 'main' as const } : {})}
            onClick={() => void settle(way)}
          >
            {thread.state === 'applied' ? own.takeBack : own[way]}
          </Button>
        ))}
        {children}
      </div>
    </>
  );
}
