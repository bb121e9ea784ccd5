import { useState } from 'react';
import type { Input } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/following.ts';
import style from './board.module.css';
import { Card } from './card.tsx';
import { asking, type Stage, stages, stepBetween } from './choices.ts';
import { focusCard } from './focus-card.ts';
import { takeStep } from './save.ts';
import { type ActionItem, nameOf, useActions } from './use-actions.ts';

/** Shows one action, with the form of a step. */
type Ask = (item: ActionItem, step?: string) => void;

/** Moves an action to a stage, and the focus with its card unless it has gone on meanwhile. What needs words is asked for. */
async function move(item: ActionItem, stage: Stage, ask: Ask): Promise<void> {
  const step = stepBetween(item.stage, stage);
  if (step === undefined) return;
  if (asking.has(step)) return ask(item, step);
  await takeStep(item, step, () => ask(item, step));
  focusCard(nameOf(item));
}

type ColumnProps = {
  stage: Stage;
  input: Input;
  dragged: ActionItem | undefined;
  drag: (item: ActionItem | undefined) => void;
  ask: Ask;
};

function Column({ stage, input, dragged, drag, ask }: ColumnProps) {
  const { actions, action } = words;
  const { items, more, problem, retry, loadMore } = useActions({ ...input, state: stage });
  const [over, setOver] = useState(false);
  const takes = dragged !== undefined && stepBetween(dragged.stage, stage) !== undefined;
  return (
    <section
      className={over && takes ? style.over : style.column}
      aria-labelledby={`column-${stage}`}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (dragged !== undefined) void move(dragged, stage, ask);
        drag(undefined);
      }}
    >
      <h2 id={`column-${stage}`} className={style.head}>
        {action.stages[stage]}{' '}
        <span className={style.count}>{items === undefined ? '' : actions.columnCount(items.length, more)}</span>
      </h2>
      {problem === null ? null : <ProblemPanel problem={problem} retry={retry} />}
      {items === undefined && problem === null ? <Loading lines={4} /> : null}
      {items?.length === 0 ? <p className={style.empty}>{actions.columnEmpty}</p> : null}
      <ul className={style.cards}>
        {items?.map((item) => (
          <Card key={nameOf(item)} {...{ item, drag, ask }} move={(to) => move(item, to, ask)} />
        ))}
      </ul>
      {more ? <Button onClick={loadMore}>{actions.more}</Button> : null}
    </section>
  );
}

/** Actions as cards in a column for each stage. */
export function Board({ input, ask }: { input: Input; ask: Ask }) {
  const [dragged, drag] = useState<ActionItem>();
  const { state: _, ...rest } = input;
  return (
    <>
      <p className={style.hint}>{words.actions.boardHint}</p>
      <div className={style.board}>
        {stages.map((stage) => (
          <Column key={stage} input={rest} {...{ stage, dragged, drag, ask }} />
        ))}
      </div>
    </>
  );
}
