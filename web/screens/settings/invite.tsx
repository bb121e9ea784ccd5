import { useState } from 'react';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextField } from '../../parts/field.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { words } from '../../words/index.ts';
import { roleOptions } from './role-options.ts';
import { Secret } from './secret.tsx';
import style from './settings.module.css';

/** Asks whom to invite, and shows the link this once. */
export function Invite({ close }: { close: () => void }) {
  const { people } = words.settings;
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState('editor');
  const [link, setLink] = useState<string>();
  const { attempt, busy, problem } = useChange<{ link?: string }>('people.invite');
  if (link !== undefined)
    return (
      <Dialog label={people.linkTitle} title={people.linkTitle} close={close}>
        <p>{people.linkText(name)}</p>
        <Secret text={link} label={people.link} />
      </Dialog>
    );
  const send = async () => {
    const made = await attempt({ email: email.trim(), name: name.trim(), role });
    await refresh('people.list');
    if (made !== undefined) setLink(made.link ?? '');
  };
  return (
    <Dialog label={people.invite} title={people.invite} close={close}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={people.email}
          type="email"
          required
          maxLength={254}
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <TextField
          label={people.name}
          required
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Select
          label={people.role}
          value={role}
          options={roleOptions()}
          onChange={({ target }) => setRole(target.value)}
        />
        {problem === null ? null : <ProblemPanel problem={problem} />}
        <Button type="submit" look="main" busy={busy}>
          {people.send}
        </Button>
      </form>
    </Dialog>
  );
}
