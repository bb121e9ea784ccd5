import type { VersionDiff } from '../../../../src/operations/versions/diff.ts';
import { useOperation } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Select } from '../../../parts/field.tsx';
import { fieldName } from '../../../parts/field-name.ts';
import { Panel } from '../../../parts/panel.tsx';
import { words } from '../../../words/index.ts';
import { Hunks } from '../diff/hunks.tsx';
import type { Version } from './versions.tsx';
import style from './versions.module.css';

const own = words.history.compare;

/** Two versions to be compared; `now` is the content as it is. */
export type Pair = { from: number; to: number | 'now' };

/** How many lines of a comparison were added and removed. */
export const countLines = ({ markdown }: Pick<VersionDiff, 'markdown'>, wanted: 'added' | 'removed'): number =>
  markdown.reduce((sum, { lines }) => sum + lines.filter(({ kind }) => kind === wanted).length, 0);

function Evidence({ evidence: { added, removed } }: Pick<VersionDiff['record'], 'evidence'>) {
  if (added.length + removed.length === 0) return null;
  return (
    <div className={style.fields}>
      <h3>{own.evidence}</h3>
      <ul>
        {removed.map(({ name, sha256 }) => (
          <li key={sha256}>
            {own.removed}: <del>{name}</del>
          </li>
        ))}
        {added.map(({ name, sha256 }) => (
          <li key={sha256}>
            {own.added}: <ins>{name}</ins>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Differences({ diff }: { diff: VersionDiff }) {
  const { record, markdown } = diff;
  if (diff.from.sha256 === diff.to.sha256 && markdown.length === 0) return <p>{own.same}</p>;
  return (
    <>
      <Evidence evidence={record.evidence} />
      {record.reordered.length === 0 ? null : (
        <ul>
          {record.reordered.map((list) => (
            <li key={list}>{own.reordered(fieldName(list))}</li>
          ))}
        </ul>
      )}
      {markdown.length === 0 ? null : <Hunks hunks={markdown} />}
    </>
  );
}

type Props = { items: Version[]; incident: string; pair: Pair; change: (pair: Pair) => void };

/** What differs between two versions, as the document reads. */
export function Compare({ items, incident, pair: { from, to }, change }: Props) {
  const diff = useOperation<VersionDiff>('version.diff', { incident, from, ...(to === 'now' ? {} : { to }) });
  const versions = items.map(({ number }) => ({ value: String(number), label: own.version(number) }));
  return (
    <Panel title={own.title}>
      <div className={style.choose}>
        <Select
          label={own.from}
          value={String(from)}
          options={versions}
          onChange={({ target }) => change({ from: Number(target.value), to })}
        />
        <Select
          label={own.to}
          value={String(to)}
          options={[{ value: 'now', label: own.now }, ...versions]}
          onChange={({ target }) => change({ from, to: target.value === 'now' ? 'now' : Number(target.value) })}
        />
        <p className={style.summary} role="status">
          {diff.data === undefined ? '' : own.changes(countLines(diff.data, 'added'), countLines(diff.data, 'removed'))}
        </p>
      </div>
      <Answered of={diff}>{(answer) => <Differences diff={answer} />}</Answered>
    </Panel>
  );
}
