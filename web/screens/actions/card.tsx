import { useRef } from 'react';
import { Link } from 'wouter';
import { words } from '../../words/following.ts';
import style from './board.module.css';
import { Due } from '../../action/due.tsx';
import { ownWord, type Stage, stages, statusText, stepBetween } from './choices.ts';
import { MoveChoice } from './move-choice.tsx';
import { mayFollow, shortText } from './save.ts';
import { type ActionItem, nameOf } from './use-actions.ts';

type Props = {
  item: ActionItem;
  drag: (item: ActionItem | undefined) => void;
  ask: (item: ActionItem) => void;
  move: (stage: Stage) => Promise<void>;
};

/** One action on the board: dragged, moved by Shift and an arrow key, or by the choice of its stage; Enter opens it. */
export function Card({ item, drag, ask, move }: Props) {
  const { actions } = words;
  const { incident, text, label, owner, due, overdue, state, stage, status, priority } = item;
  const may = mayFollow();
  const goals = stages.filter((each) => stepBetween(stage, each) !== undefined);
  const left = goals.filter((each) => stages.indexOf(each) < stages.indexOf(stage));
  const right = goals.filter((each) => stages.indexOf(each) > stages.indexOf(stage));
  const name = shortText(item);
  // What is under way is not sent again by a key that is held.
  const isMoving = useRef(false);
  const go = (to: Stage) => {
    if (isMoving.current) return;
    isMoving.current = true;
    void move(to).finally(() => (isMoving.current = false));
  };
  return (
    <li
      className={style.card}
      data-card={nameOf(item)}
      tabIndex={0}
      aria-label={name}
      draggable={may}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', name);
        event.dataTransfer.effectAllowed = 'move';
        drag(item);
      }}
      onDragEnd={() => drag(undefined)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          ask(item);
        }
        if (!may || !event.shiftKey) return;
        const to = event.key === 'ArrowRight' ? right[0] : event.key === 'ArrowLeft' ? left.at(-1) : undefined;
        if (to === undefined) return;
        event.preventDefault();
        go(to);
      }}
    >
      <p className={style.text} title={text}>
        <button type="button" className={style.name} tabIndex={-1} onClick={() => ask(item)}>
          {label === '' ? null : <span className={style.quiet}>{label} </span>}
          {text === '' ? actions.noText : text}
        </button>
      </p>
      <p className={style.facts}>
        <span>{owner === '' ? actions.nobody : owner}</span>
        <Due {...{ due, overdue }} open={state === 'open'} />
        {priority === '' ? null : <span>{priority}</span>}
        {ownWord(status) ? <span>{statusText(status)}</span> : null}
      </p>
      <div className={style.foot}>
        <Link href={`/incidents/${incident.key}`} className={style.link} title={incident.title ?? ''}>
          {incident.key}
        </Link>
        {may ? <MoveChoice label={actions.moveTo(name)} {...{ stage, goals }} move={go} /> : null}
      </div>
    </li>
  );
}
