import { useState } from 'react';
import type { Hook } from '../../../../src/operations/hook/load.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Select } from '../../../parts/field.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/incoming.ts';
import style from '../settings.module.css';

const hours = ['24', '168', '1', '0'] as const;

type Props = { hook: Hook; setAddress: (address: string) => void; close: () => void };

/** Asks how long the earlier address goes on, and gives a new one. */
export function RotateDialog({ hook, setAddress, close }: Props) {
  const { hooks } = words;
  const [keep, setKeep] = useState<string>('24');
  const { attempt, busy, problem } = useChange<{ address?: string }>('hook.rotate');
  const title = hooks.rotateTitle(hook.name);
  const rotate = async () => {
    const made = await attempt({ hook: hook.id, keepHours: Number(keep) });
    await refresh('hook.list');
    if (made === undefined) return;
    say(hooks.rotated(hook.name));
    if (made.address !== undefined) setAddress(made.address);
    close();
  };
  return (
    <Dialog
      label={title}
      title={title}
      close={close}
      foot={
        <Button look="main" busy={busy} onClick={() => void rotate()}>
          {hooks.rotate}
        </Button>
      }
    >
      <div className={style.form}>
        <p>{hooks.rotateText}</p>
        <Select
          label={hooks.keep}
          value={keep}
          options={hours.map((value) => ({ value, label: hooks.keeps[value] }))}
          onChange={({ target }) => setKeep(target.value)}
        />
        {problem === null ? null : <ProblemPanel problem={problem} />}
      </div>
    </Dialog>
  );
}
