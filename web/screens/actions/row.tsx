import { Link } from 'wouter';
import { Chip } from '../../parts/chip.tsx';
import sheet from '../../parts/sheet.module.css';
import { Tick } from '../../parts/tick.tsx';
import { words } from '../../words/following.ts';
import { Due } from '../../action/due.tsx';
import { ownWord, priorityOptions, statusText } from './choices.ts';
import { Editable } from './editable.tsx';
import { canChange, type Field, mayFollow, save, shortText } from './save.ts';
import style from './table.module.css';
import type { ActionItem } from './use-actions.ts';

type Props = {
  item: ActionItem;
  selected: boolean;
  select: (selected: boolean) => void;
  ask: (item: ActionItem) => void;
};

const tones = { proposed: 'plain', committed: 'accent', done: 'good', verified: 'good', declined: 'plain' } as const;

/** One action; owner, day and priority are changed where they stand, its stage in a dialog of its own. */
export function Row({ item, selected, select, ask }: Props) {
  const { actions, action } = words;
  const { incident, text, owner, due, status, priority, state, stage, overdue, label, mine } = item;
  const name = shortText(item);
  const titles: Record<Field, string> = {
    owner: actions.owner,
    due: actions.due,
    priority: actions.priority,
  };
  const shown = {
    owner:
      owner === '' ? (
        <span className={style.quiet}>{actions.nobody}</span>
      ) : (
        <span className={mine ? style.mine : ''}>{owner}</span>
      ),
    due: <Due due={due} overdue={overdue} open={state === 'open'} />,
    priority: priority === '' ? <span className={style.quiet}>{actions.noPriority}</span> : priority,
  };
  const cell = (field: Field, kind: 'text' | 'date' | 'choice', options: { value: string; label: string }[] = []) =>
    canChange(item, field) ? (
      <Editable
        label={actions.fieldOf(titles[field], name)}
        value={item[field]}
        {...{ kind, options }}
        save={(value) => save(item, field, value, actions.saved(titles[field], name))}
      >
        {shown[field]}
      </Editable>
    ) : (
      shown[field]
    );
  return (
    <tr className={`${sheet.row} ${style.row}`}>
      <td className={style.select}>
        <Tick
          aria-label={actions.select(name)}
          checked={selected}
          disabled={!mayFollow()}
          onChange={({ target }) => select(target.checked)}
        />
      </td>
      <td className={style.text}>
        <button type="button" className={style.name} onClick={() => ask(item)}>
          {label === '' ? null : <span className={style.label}>{label} </span>}
          {text === '' ? actions.noText : text}
        </button>
        <Link href={`/incidents/${incident.key}`} className={style.incident}>
          {incident.key} {incident.title ?? actions.untitled}
        </Link>
      </td>
      <td className={style.owner} data-column={actions.owner}>
        {cell('owner', 'text')}
      </td>
      <td className={style.day} data-column={actions.due}>
        {cell('due', 'date')}
      </td>
      <td className={style.status} data-column={actions.statusColumn}>
        <Chip tone={tones[stage]}>{ownWord(status) ? statusText(status) : action.stages[stage]}</Chip>
      </td>
      <td
        className={style.priority}
        data-column={actions.priority}
        title={incident.status === 'approved' ? actions.approvedNote : undefined}
      >
        {cell('priority', 'choice', priorityOptions(priority))}
      </td>
    </tr>
  );
}
