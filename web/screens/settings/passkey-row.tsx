import { useRef, useState } from 'react';
import type { Passkey } from '../../../src/operations/passkeys/load.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { Moment } from '../../parts/moment.tsx';
import { words } from '../../words/index.ts';
import { act, focusNear } from './act.ts';
import style from './settings.module.css';

type RenameProps = { id: string; name: string; close: () => void };

function Rename({ id, name, close }: RenameProps) {
  const { passkeys } = words.settings;
  const [text, setText] = useState(name);
  const title = passkeys.renameLabel(name);
  const given = text.trim();
  return (
    <Dialog label={title} title={title} close={close}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (given === '') return;
          void act('passkey.rename', { passkey: id, name: given }, passkeys.renamed(given), 'passkey.list').then(close);
        }}
      >
        <TextField
          label={passkeys.newName}
          value={text}
          maxLength={100}
          required
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" look="main">
          {words.common.save}
        </Button>
      </form>
    </Dialog>
  );
}

/** One passkey: its name, to be changed, and its end. */
export function PasskeyRow({ id, name, createdAt, lastUsedAt }: Passkey) {
  const { passkeys, never } = words.settings;
  const [asks, setAsks] = useState<'rename' | 'revoke'>();
  const row = useRef<HTMLTableRowElement>(null);
  const title = passkeys.revokeTitle(name);
  return (
    <tr ref={row}>
      <td>{name}</td>
      <td data-column={passkeys.created}>
        <Moment at={createdAt} only="day" />
      </td>
      <td data-column={passkeys.used}>{lastUsedAt === null ? never : <Moment at={lastUsedAt} only="day" />}</td>
      <td>
        <Button look="quiet" aria-label={passkeys.renameLabel(name)} onClick={() => setAsks('rename')}>
          {passkeys.rename}
        </Button>
        <Button look="quiet" aria-label={passkeys.revokeLabel(name)} onClick={() => setAsks('revoke')}>
          {passkeys.revoke}
        </Button>
        {asks === 'rename' ? <Rename {...{ id, name }} close={() => setAsks(undefined)} /> : null}
        {asks === 'revoke' ? (
          <Dialog
            label={title}
            title={title}
            close={() => setAsks(undefined)}
            foot={
              <Button
                look="danger"
                onClick={() => {
                  const refocus = focusNear(row.current);
                  setAsks(undefined);
                  void act('passkey.revoke', { passkey: id }, passkeys.revoked(name), 'passkey.list').then(refocus);
                }}
              >
                {passkeys.revoke}
              </Button>
            }
          >
            <p>{passkeys.revokeText}</p>
          </Dialog>
        ) : null}
      </td>
    </tr>
  );
}
