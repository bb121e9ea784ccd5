import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Select } from '../../parts/field.tsx';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/index.ts';
import style from './import.module.css';
import { ReportRow } from './report-row.tsx';
import type { ImportRow } from './row.ts';

const pageSize = 250;

const kinds: Record<string, (row: ImportRow) => boolean> = {
  all: () => true,
  failed: ({ state }) => state === 'failed',
  unbound: ({ unbound = [] }) => unbound.length > 0,
};

/** What became of each file. */
export function Report({ rows }: { rows: readonly ImportRow[] }) {
  const [kind, setKind] = useState('all');
  const [most, setMost] = useState(pageSize);
  const fitting = rows.filter(kinds[kind] ?? (() => true));
  const { columns, show, showAll, showFailed, showUnbound, none } = words.import;
  return (
    <>
      <div className={style.show}>
        <Select
          label={show}
          value={kind}
          options={[
            { value: 'all', label: showAll },
            { value: 'failed', label: showFailed },
            { value: 'unbound', label: showUnbound },
          ]}
          onChange={({ target }) => setKind(target.value)}
        />
      </div>
      {fitting.length === 0 ? (
        <Empty title={none} />
      ) : (
        <div className={style.scroll} tabIndex={0} role="region" aria-label={words.import.report}>
          <Table stacks className={style.table} columns={Object.values(columns)}>
            {fitting.slice(0, most).map((row) => (
              <ReportRow key={row.path} row={row} />
            ))}
          </Table>
        </div>
      )}
      {fitting.length > most ? <Button onClick={() => setMost(most + pageSize)}>{words.common.more}</Button> : null}
    </>
  );
}
