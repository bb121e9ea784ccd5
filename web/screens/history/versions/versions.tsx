import type { Kept } from '../../../../src/operations/versions/keep.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { say, sayProblem } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Table } from '../../../parts/table.tsx';
import { words } from '../../../words/index.ts';
import { nameOf, usePeople } from '../../audit/log/names.ts';
import type { Pair } from './compare.tsx';
import style from './versions.module.css';

const own = words.history.versions;

/** A version as `version.list` gives it. */
export type Version = { number: number; status: string; template: string; sha256: string; at: string; by: string };

type Props = {
  incident: string;
  items: Version[];
  template: string;
  compare: (pair: Pair) => void;
  /** Absent for those who may not change the document. */
  restore?: (version: Version) => void;
};

function Row({ version, template, compare, restore }: Omit<Props, 'items' | 'incident'> & { version: Version }) {
  const { number, status, at, by, sha256 } = version;
  const people = usePeople();
  return (
    <tr>
      <th scope="row" className={style.number}>
        {number}
      </th>
      <td>
        <Chip>{words.common.status[status] ?? status}</Chip>{' '}
        {version.template === template ? null : (
          <span className={style.quiet}>{own.otherTemplate(version.template)}</span>
        )}
      </td>
      <td>{nameOf(by, people)}</td>
      <td>
        <Moment at={at} />
      </td>
      <td className={style.content} title={sha256}>
        <code>{sha256.slice(0, 12)}…</code>
      </td>
      <td className={style.actions}>
        <Button look="quiet" onClick={() => compare({ from: number, to: 'now' })}>
          {own.compare}
          <span className="aside">{own.compareWith(number)}</span>
        </Button>
        {restore === undefined ? null : (
          <Button look="quiet" onClick={() => restore(version)}>
            {own.restore}
            <span className="aside">{own.restoreOf(number)}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Keeps what the document says now, to come back to. */
function Keep({ incident }: { incident: string }) {
  const { run, busy } = useChange<Kept>('version.keep');
  const keep = async () => {
    const { number, fresh } = await run({ incident });
    await refresh('version.list', 'incident.history');
    say(fresh ? own.kept(number) : own.keptAlready(number));
  };
  return (
    <Button busy={busy} onClick={() => void keep().catch(sayProblem)}>
      {own.keep}
    </Button>
  );
}

/** The versions that are kept, newest first. */
export function Versions({ items, incident, ...rest }: Props) {
  const { columns } = own;
  return (
    <Panel title={own.title} aside={rest.restore === undefined ? undefined : <Keep incident={incident} />}>
      {items.length === 0 ? (
        <Empty title={own.none}>
          <p>{own.noneAdvice}</p>
        </Empty>
      ) : (
        <>
          <p className={style.quiet}>{own.about}</p>
          <Table
            columns={[
              columns.number,
              columns.status,
              columns.by,
              columns.at,
              { label: columns.content, className: style.content },
            ]}
            quietColumn={columns.actions}
            className={style.table}
          >
            {items.map((version) => (
              <Row key={version.number} version={version} {...rest} />
            ))}
          </Table>
        </>
      )}
    </Panel>
  );
}
