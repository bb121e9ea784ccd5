import { type RefObject, useCallback } from 'react';
import { useOperation } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { FilterBar, FilterSelect, optionsOf } from '../../parts/filters.tsx';
import { TypedField } from '../../parts/typed-field.tsx';
import { words } from '../../words/index.ts';
import { isFiltered, type Wish } from './wish.ts';

type Props = {
  wish: Wish;
  change: (wish: Wish) => void;
  /** Severities to choose from: those of the rows that are known. */
  severities: string[];
  field: RefObject<HTMLDivElement | null>;
};

/** What narrows the list; each change stands in the address at once. */
export function Filters({ wish, change, severities, field }: Props) {
  const { data: templates = [] } = useOperation<{ name: string; title: string }[]>('template.list');
  const changeTitle = useCallback((title: string) => change({ ...wish, title }), [change, wish]);
  const { incidents, common } = words;
  return (
    <FilterBar
      label={incidents.filters}
      field={field}
      words={
        <TypedField
          label={incidents.words}
          quietLabel
          placeholder={incidents.wordsPlaceholder}
          value={wish.title ?? ''}
          maxLength={300}
          change={changeTitle}
        />
      }
    >
      <FilterSelect
        label={incidents.status}
        any={incidents.anyStatus}
        value={wish.status}
        options={Object.entries(common.status).map(([value, label]) => ({ value, label }))}
        change={(status) => change({ ...wish, status })}
      />
      <FilterSelect
        label={incidents.severity}
        any={incidents.anySeverity}
        value={wish.severity}
        options={optionsOf(severities, wish.severity)}
        change={(severity) => change({ ...wish, severity })}
      />
      <FilterSelect
        label={incidents.template}
        any={incidents.anyTemplate}
        value={wish.template}
        options={optionsOf(
          templates.map(({ name }) => name),
          wish.template,
        )}
        change={(template) => change({ ...wish, template })}
      />
      {isFiltered(wish) ? (
        <Button look="quiet" onClick={() => change({ sort: wish.sort, order: wish.order })}>
          {incidents.clear}
        </Button>
      ) : null}
    </FilterBar>
  );
}
