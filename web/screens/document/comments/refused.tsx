import type { Problem } from '../../../api/problem.ts';
import { Edged } from '../../../parts/edged.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/index.ts';
import style from './card.module.css';

type Changed = { quoted: string; now: string | null };

/** Why a suggestion was not applied: what it was about, and what stands there now. */
export function Refused({ problem }: { problem: Problem }) {
  if (problem.code !== 'comment.text-changed') return <ProblemPanel problem={problem} />;
  const { quoted, now } = problem.data as Changed;
  const { comments } = words;
  return (
    <Edged tone="warning" className={style.refused} role="alert">
      <p>{comments.changedTitle}</p>
      <p className={style.place}>{comments.quotedWas}</p>
      <blockquote className={style.quote}>{quoted}</blockquote>
      <p className={style.place}>{now === null ? comments.nowGone : comments.nowSays}</p>
      {now === null ? null : <blockquote className={style.quote}>{now}</blockquote>}
    </Edged>
  );
}
