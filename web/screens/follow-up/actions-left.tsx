import type { Facts } from '../../../src/operations/review/facts.ts';
import { Chip } from '../../parts/chip.tsx';
import { Panel } from '../../parts/panel.tsx';
import { dayText } from '../../words/day.ts';
import { words } from '../../words/reviewing.ts';
import style from './follow-up.module.css';

const tones = { verified: 'good', done: 'good', open: 'plain', dropped: 'plain' } as const;

/** How the actions stand: counted by state, and what is left with its owner and day. */
export function ActionsLeft({ actions }: { actions: Facts['actions'] }) {
  const { facts } = words.reviews;
  const open = actions.filter(({ state }) => state === 'open');
  const overdue = open.filter((action) => action.overdue).length;
  const counts = (['verified', 'done', 'open', 'dropped'] as const).map((state) => ({
    state,
    count: actions.filter((action) => action.state === state).length,
  }));
  return (
    <Panel
      title={facts.actions}
      aside={
        <span className={style.chips}>
          {counts.map(({ state, count }) =>
            count === 0 ? null : (
              <Chip key={state} tone={tones[state]}>
                {facts.counted(count, facts.actionStates[state])}
              </Chip>
            ),
          )}
          {overdue === 0 ? null : <Chip tone="error">{facts.counted(overdue, facts.overdue)}</Chip>}
        </span>
      }
    >
      {open.length === 0 ? <p>{actions.length === 0 ? facts.noActions : facts.nothingLeft}</p> : null}
      <ul className={style.plain} aria-label={facts.left}>
        {open.map(({ label, text, owner, due, overdue: late }) => (
          <li key={`${label} ${text}`} className={style.line}>
            <span>
              <span className={style.label}>{label}</span> {text}
            </span>
            <span className={style.quiet}>
              {owner === '' ? facts.nobody : owner}
              {due === '' ? '' : ` · ${facts.due(dayText(due))}`}{' '}
              {late ? <Chip tone="error">{facts.overdue}</Chip> : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
