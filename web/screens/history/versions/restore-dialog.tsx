import { useState } from 'react';
import type { Shown } from '../../../../src/operations/incident/show.ts';
import type { RestorePreview } from '../../../../src/operations/versions/preview.ts';
import type { Restored } from '../../../../src/operations/versions/restore.ts';
import { call } from '../../../api/call.ts';
import { refresh, useChange, useOperation } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { fieldWithin } from '../../../parts/field-name.ts';
import { Select } from '../../../parts/field.tsx';
import { remember } from '../../../editors/undo.ts';
import { say } from '../../../parts/notices.tsx';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { words } from '../../../words/index.ts';
import { Hunks } from '../diff/hunks.tsx';
import { countLines } from './compare.tsx';
import { scopesOf } from './scopes.ts';
import type { Version } from './versions.tsx';
import style from './versions.module.css';

const own = words.history.restore;
const read = ['incident.show', 'version.list', 'version.diff', 'version.preview', 'incident.history', 'lifecycle.gate'];

type Props = { shown: Shown; version: Version; close: () => void };

/** What restoring would change, as the document reads, and what of the version does not come back. */
function Preview({ preview, shown }: { preview: RestorePreview; shown: Shown }) {
  const { record, markdown, left } = preview;
  const { fields, reordered, entries } = record;
  const template = fields.find(({ path }) => path === 'template');
  if (fields.length + entries.length + reordered.length === 0) return <p>{own.same}</p>;
  return (
    <>
      <ul className={style.notes}>
        {shown.signoffs.some(({ valid }) => valid) ? <li>{own.voids}</li> : null}
        {template === undefined ? null : <li>{own.template(String(template.after))}</li>}
        {reordered.length === 0 ? null : <li>{own.reordered(reordered.map(fieldWithin))}</li>}
        {left.map(({ code, name, sentence }) => (
          <li key={sentence}>{own.left[code]?.(name) ?? sentence}</li>
        ))}
      </ul>
      <h3>
        {own.would}{' '}
        <span className={style.quiet}>
          {words.history.compare.changes(countLines({ markdown }, 'added'), countLines({ markdown }, 'removed'))}
        </span>
      </h3>
      <Hunks hunks={markdown} />
    </>
  );
}

/** Asks before an older version is written over the present document, and shows what that changes. */
export function RestoreDialog({ shown, version: { number }, close }: Props) {
  const incident = shown.key;
  const [path, setPath] = useState('');
  const whole = useOperation<RestorePreview>('version.preview', { incident, number });
  const asked = { incident, number, ...(path === '' ? {} : { path }) };
  const preview = useOperation<RestorePreview>('version.preview', asked);
  const { run, busy, problem } = useChange<Restored>('version.restore');
  const back = async (kept: number) => {
    await call<Restored>('version.restore', { incident, number: kept });
    await refresh(...read);
  };
  const take = async () => {
    const { changed, added, removed, kept } = await run({ ...asked, seen: preview.data?.sha256 });
    close();
    const undo =
      kept === null ? undefined : remember(own.name(number), Promise.resolve({ version: 0, back: () => back(kept) }));
    say(own.done(changed.length, added.length, removed.length), undo);
    await refresh(...read);
  };
  const scopes = whole.data === undefined ? [] : scopesOf(whole.data.record);
  return (
    <ReasonDialog
      name={own.name(number)}
      text={path === '' ? own.text : own.textOfPart}
      wide
      busy={busy || preview.isFetching}
      ready={preview.data !== undefined}
      problem={problem}
      take={() => void take().catch(() => refresh('version.preview'))}
      close={close}
    >
      {scopes.length === 0 ? null : (
        <Select
          label={own.scope}
          value={path}
          options={[{ value: '', label: own.everything }, ...scopes]}
          onChange={({ target }) => setPath(target.value)}
        />
      )}
      <Answered of={preview}>{(answer) => <Preview preview={answer} shown={shown} />}</Answered>
    </ReasonDialog>
  );
}
