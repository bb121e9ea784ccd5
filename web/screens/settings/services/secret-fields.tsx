import type { Watched } from '../../../../src/operations/service/load.ts';
import { Button } from '../../../parts/button.tsx';
import { TextArea, TextField } from '../../../parts/field.tsx';
import { words } from '../../../words/index.ts';
import { act } from '../act.ts';
import { areHeaders, type Typed } from './secrets.ts';
import style from './services.module.css';

type Props = { kept: Watched | undefined; typed: Typed; change: (typed: Typed) => void; done: () => void };

/** What is kept and never shown again: headers for Prometheus, the address of a database. */
export function SecretFields({ kept, typed, change, done }: Props) {
  const { services } = words;
  const { headers = [], database = null } = kept ?? {};
  const forget = () => {
    if (kept === undefined) return;
    const input = { service: kept.id, seen: kept.version, headers: null, database: null };
    void act('service.change', input, services.forgotten, 'service.list').then((isDone) => {
      if (isDone) done();
    });
  };
  return (
    <details open={headers.length > 0 || database !== null}>
      <summary>{services.secrets}</summary>
      <div className={style.secrets}>
        <p className={style.quiet}>{services.secretsHint}</p>
        <TextArea
          label={services.header}
          hint={headers.length === 0 ? services.headerHint : services.headersKept(headers)}
          error={areHeaders(typed) ? undefined : services.headerError}
          value={typed.headers}
          rows={2}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => change({ ...typed, headers: target.value })}
        />
        <TextField
          label={services.database}
          hint={database === null ? services.databaseHint : services.databaseKept(database)}
          value={typed.database}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => change({ ...typed, database: target.value })}
        />
        {headers.length === 0 && database === null ? null : (
          <span>
            <Button onClick={forget}>{services.forget}</Button>
          </span>
        )}
      </div>
    </details>
  );
}
