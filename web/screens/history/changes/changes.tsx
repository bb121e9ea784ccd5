import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { PostmortemRecord } from '../../../../src/record/record.ts';
import { usePages } from '../../../api/pages.ts';
import { Button } from '../../../parts/button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Select } from '../../../parts/field.tsx';
import { fieldName } from '../../../parts/field-name.ts';
import { Loading } from '../../../parts/loading.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { SoFar } from '../../../parts/so-far.tsx';
import { words } from '../../../words/index.ts';
import { type Told, Change } from './change.tsx';
import style from './changes.module.css';

const own = words.history.changes;

/** The part of the record a path begins with: `timeline/UUID.text` is of `timeline`. */
const partOf = (path: string): string => path.split(/[./ [\]]/, 1)[0] ?? path;

type Props = { incident: string; record: PostmortemRecord };

/** Who changed what and when, the latest first; of the whole document, a part of it or one field, as the address says. */
export function Changes({ incident, record }: Props) {
  const [params, setParams] = useSearchParams();
  const path = params.get('field') ?? '';
  const input = useMemo(() => ({ incident, ...(path === '' ? {} : { path }) }), [incident, path]);
  const { items, problem, more, loading, loadMore, retry } = usePages<Told>('incident.history', input, 'before');
  const choose = (field: string) => setParams(field === '' ? {} : { field }, { replace: true });
  const isField = path !== partOf(path);
  const parts = [
    ...new Set([
      ...Object.keys(record),
      ...(path === '' ? [] : [partOf(path)]),
      ...(items ?? []).flatMap(({ changes }) => changes.map((change) => partOf(change.path))),
    ]),
  ];
  return (
    <Panel title={own.title}>
      <div className={style.filter}>
        <Select
          label={own.part}
          value={partOf(path)}
          onChange={({ target }) => choose(target.value)}
          options={[
            { value: '', label: own.whole },
            ...parts.toSorted().map((value) => ({ value, label: fieldName(value) })),
          ]}
        />
        {isField ? (
          <p className={style.chosen} role="status">
            <span>
              {own.historyOf} <strong title={path}>{fieldName(path)}</strong>
            </span>
            <Button look="quiet" onClick={() => choose('')}>
              {own.whole}
            </Button>
          </p>
        ) : null}
      </div>
      {items === undefined ? problem === null ? <Loading /> : <ProblemPanel problem={problem} retry={retry} /> : null}
      {items?.length === 0 ? <Empty title={path === '' ? own.none : own.noneOf} /> : null}
      <ol className={style.list}>
        {items?.map((told) => (
          <Change key={told.seq} told={told} />
        ))}
      </ol>
      {items === undefined ? null : <SoFar {...{ more, loading, loadMore }}>{own.shown(items.length, more)}</SoFar>}
    </Panel>
  );
}
