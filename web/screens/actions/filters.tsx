import { type RefObject, useCallback } from 'react';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/field.tsx';
import { FilterBar, FilterSelect, optionsOf } from '../../parts/filters.tsx';
import { TypedField } from '../../parts/typed-field.tsx';
import { words } from '../../words/following.ts';
import style from './filters.module.css';
import { stages } from './choices.ts';
import { type Filter, isFiltered, unfiltered, type Wish } from './wish.ts';

type Props = {
  wish: Wish;
  change: (wish: Wish) => void;
  /** Words of these fields that the shown actions have. */
  known: { priorities: string[]; horizons: string[] };
  field: RefObject<HTMLDivElement | null>;
};

type TextProps = Pick<Props, 'wish' | 'change'> & {
  name: 'words' | 'owner';
  label: string;
  placeholder: string;
  list?: string;
};

function Text({ wish, change, name, ...rest }: TextProps) {
  const changeText = useCallback((text: string) => change({ ...wish, [name]: text }), [change, wish, name]);
  return <TypedField {...rest} quietLabel value={wish[name] ?? ''} maxLength={100} change={changeText} />;
}

/** What narrows the list; each change stands in the address at once. */
export function Filters({ wish, change, known, field }: Props) {
  const { actions, action } = words;
  const choice = (name: Filter) => ({
    value: wish[name],
    change: (value: string) => change({ ...wish, [name]: value }),
  });
  return (
    <FilterBar
      label={actions.filters}
      field={field}
      words={<Text {...{ wish, change }} name="words" label={actions.words} placeholder={actions.wordsPlaceholder} />}
    >
      {wish.view === 'board' ? null : (
        <Select
          label={actions.state}
          quietLabel
          value={wish.state ?? 'open'}
          options={[
            { value: 'open', label: actions.openState },
            ...stages.map((value) => ({ value, label: action.stages[value] })),
            { value: 'all', label: actions.anyState },
          ]}
          onChange={({ target }) => change({ ...wish, state: target.value })}
        />
      )}
      <FilterSelect
        label={actions.whose}
        any={actions.everybodys}
        options={[{ value: 'true', label: actions.mine }]}
        {...choice('mine')}
      />
      <div className={style.owner}>
        <Text
          {...{ wish, change }}
          name="owner"
          label={actions.owner}
          placeholder={actions.ownerPlaceholder}
          list="action-people"
        />
      </div>
      <FilterSelect
        label={actions.due}
        any={actions.anyDue}
        options={[
          { value: 'overdue', label: actions.overdue },
          { value: '7', label: actions.dueThisWeek },
          { value: '30', label: actions.dueThisMonth },
        ]}
        {...choice('due')}
      />
      <FilterSelect
        label={actions.priority}
        any={actions.anyPriority}
        options={optionsOf(known.priorities, wish.priority)}
        {...choice('priority')}
      />
      <FilterSelect
        label={actions.horizon}
        any={actions.anyHorizon}
        options={optionsOf(known.horizons, wish.horizon)}
        {...choice('horizon')}
      />
      {wish.incident === undefined ? null : (
        <Button onClick={() => change({ ...wish, incident: '' })}>{actions.incidentOnly(wish.incident)} ×</Button>
      )}
      {isFiltered(wish) ? (
        <Button look="quiet" onClick={() => change(unfiltered(wish))}>
          {actions.clear}
        </Button>
      ) : null}
    </FilterBar>
  );
}
