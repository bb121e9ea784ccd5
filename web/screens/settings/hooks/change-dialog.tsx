import { type FormEvent, useId, useState } from 'react';
import type { Hook } from '../../../../src/operations/hook/load.ts';
import type { ListedSource } from '../../../../src/operations/source/list.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/incoming.ts';
import style from '../settings.module.css';
import { HookFields, type Typed } from './hook-fields.tsx';

type Props = { hook: Hook; secret: ListedSource['secret']; close: () => void };

/** Changes what a hook is called, what it is about, and what its sender signs with. */
export function ChangeDialog({ hook, secret, close }: Props) {
  const { hooks } = words;
  const form = useId();
  const [typed, setTyped] = useState<Typed>({ name: hook.name, service: hook.service ?? '', secret: '' });
  const { attempt, busy, problem } = useChange('hook.change');
  const title = hooks.changeTitle(hook.name);
  const save = async (more: object) => {
    const service = typed.service.trim();
    const input = { name: typed.name.trim(), service: service === '' ? null : service, ...more };
    const done = await attempt({ hook: hook.id, seen: hook.version, ...input });
    await refresh('hook.list');
    if (done === undefined) return;
    say(hooks.saved(input.name));
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(typed.secret === '' ? {} : { secret: typed.secret });
  };
  return (
    <Dialog
      label={title}
      title={title}
      close={close}
      foot={
        <>
          {hook.hasSecret ? (
            <Button busy={busy} onClick={() => void save({ secret: null })}>
              {hooks.forgetSecret}
            </Button>
          ) : null}
          <Button look="main" type="submit" form={form} busy={busy}>
            {words.common.save}
          </Button>
        </>
      }
    >
      <form id={form} className={style.form} onSubmit={submit}>
        <HookFields typed={typed} change={setTyped} secret={secret} hasSecret={hook.hasSecret} />
        {problem === null ? null : <ProblemPanel problem={problem} />}
      </form>
    </Dialog>
  );
}
