import type { ActionItem } from '../../../../src/operations/action/list.ts';
import { Due } from '../../../action/due.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { words } from '../../../words/following.ts';
import style from './following.module.css';

const tones = { proposed: 'plain', committed: 'accent', done: 'good', verified: 'good', declined: 'plain' } as const;

/** One action of the document as it stands today. */
export function FollowedRow({ item, open }: { item: ActionItem; open: () => void }) {
  const { actions, action: said } = words;
  const { label, text, stage, state, owner, due, overdue } = item;
  return (
    <li className={style.row}>
      <button type="button" className={style.name} onClick={open}>
        {label === '' ? null : <span className={style.quiet}>{label} </span>}
        {text === '' ? actions.noText : text}
      </button>
      <p className={style.facts}>
        <Chip tone={tones[stage]}>{said.stages[stage]}</Chip>
        {state === 'open' ? (
          <>
            <span>{owner === '' ? actions.nobody : owner}</span>
            <Due {...{ due, overdue }} open />
          </>
        ) : null}
      </p>
    </li>
  );
}
