import { useRef, useState } from 'react';
import { words } from '../../words/following.ts';
import style from './board.module.css';
import { type Stage, stages } from './choices.ts';

type Props = { label: string; stage: Stage; goals: readonly Stage[]; move: (stage: Stage) => void };

/** The choice of a stage it can go to. By pointer it holds at once; keys may pass several, and hold with Enter or when they leave. */
export function MoveChoice({ label, stage, goals, move }: Props) {
  const [draft, setDraft] = useState<Stage>();
  const byKeys = useRef(false);
  const end = (to: Stage | undefined) => {
    setDraft(undefined);
    if (to !== undefined) move(to);
  };
  return (
    <select
      className={style.move}
      aria-label={label}
      value={draft ?? stage}
      onPointerDown={() => (byKeys.current = false)}
      onKeyDown={(event) => {
        byKeys.current = true;
        // The dialog that this opens would take the key for its own.
        if (event.key === 'Enter') event.preventDefault();
        if (event.key === 'Enter') end(draft);
        if (event.key === 'Escape') end(undefined);
      }}
      onChange={({ target }) => (byKeys.current ? setDraft : end)(target.value as Stage)}
      onBlur={() => end(draft)}
    >
      {stages
        .filter((each) => each === stage || goals.includes(each))
        .map((each) => (
          <option key={each} value={each}>
            {words.action.stages[each]}
          </option>
        ))}
    </select>
  );
}
