import { useState } from 'react';
import type { Passkey } from '../../../src/operations/passkeys/load.ts';
import { refresh, useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { TextField } from '../../parts/field.tsx';
import { say, sayProblem } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/index.ts';
import { addPasskey, canHavePasskeys } from './new-passkey.ts';
import { PasskeyRow } from './passkey-row.tsx';
import style from './settings.module.css';

function Add() {
  const { passkeys } = words.settings;
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  if (!canHavePasskeys()) return <p className={style.quiet}>{passkeys.unsupported}</p>;
  const add = async () => {
    const given = name.trim() || passkeys.fallback;
    setBusy(true);
    setRefused(false);
    try {
      await addPasskey(given);
      say(passkeys.added(given));
      setName('');
    } catch (error) {
      if (error instanceof DOMException) setRefused(true);
      else sayProblem(error);
    }
    setBusy(false);
    await refresh('passkey.list');
  };
  return (
    <form
      className={style.inline}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={passkeys.name}
        placeholder={passkeys.placeholder}
        maxLength={100}
        value={name}
        error={refused ? passkeys.notChosen : undefined}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" look="main" busy={busy}>
        {passkeys.add}
      </Button>
    </form>
  );
}

/** One's passkeys. */
export function Passkeys() {
  const { passkeys, parts, actionsColumn } = words.settings;
  const answer = useOperation<{ items: Passkey[] }>('passkey.list');
  return (
    <Panel title={parts.passkeys}>
      <p className={style.quiet}>{passkeys.intro}</p>
      <Answered of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={passkeys.none}>
              <p>{passkeys.noneAdvice}</p>
            </Empty>
          ) : (
            <Table stacks columns={[passkeys.column, passkeys.created, passkeys.used]} quietColumn={actionsColumn}>
              {items.map((item) => (
                <PasskeyRow key={item.id} {...item} />
              ))}
            </Table>
          )
        }
      </Answered>
      <Add />
    </Panel>
  );
}
