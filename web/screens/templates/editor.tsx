import { useState } from 'react';
import { useLocation } from 'wouter';
import { refresh, useChange } from '../../api/queries.ts';
import { SourceField } from '../../editors/source/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { say } from '../../parts/notices.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { words } from '../../words/index.ts';
import { mayChange } from './may-change.ts';
import { Preview } from './preview.tsx';
import style from './templates.module.css';
import { useTrial } from './use-trial.ts';

type Props = {
  title: string;
  /** The source as it is kept, or to begin with. */
  start: string;
  /** Of an own template: its name and the version that is changed; undefined for a new one. */
  kept?: { name: string; version: number };
  /** Built-in templates are shown, not changed. */
  readOnly?: boolean;
};

function Archive({ kept, close }: { kept: { name: string; version: number }; close: () => void }) {
  const { templates } = words;
  const [, go] = useLocation();
  const { attempt, busy, problem } = useChange('template.archive');
  const title = templates.archiveTitle(kept.name);
  const archive = async () => {
    const done = await attempt({ name: kept.name, seen: kept.version });
    if (done === undefined) return;
    await refresh('template.list', 'template.show');
    say(templates.archived(kept.name));
    go('/templates');
  };
  return (
    <Dialog
      label={title}
      title={title}
      close={close}
      foot={
        <Button look="danger" busy={busy} onClick={() => void archive()}>
          {templates.archive}
        </Button>
      }
    >
      <p>{templates.archiveText}</p>
      <p>{templates.archiveBuiltin}</p>
      {problem === null ? null : <ProblemPanel problem={problem} />}
    </Dialog>
  );
}

/** A template's source, to be written or read, with what it makes beside it. */
export function Editor({ title, start, kept, readOnly = false }: Props) {
  const { templates } = words;
  const [, go] = useLocation();
  const [source, setSource] = useState(start);
  const [example, setExample] = useState('');
  const [asks, setAsks] = useState<'save' | 'archive'>();
  const { data: trial } = useTrial(source, example);
  const { attempt, busy, problem } = useChange<{ name: string }>(
    kept === undefined ? 'template.add' : 'template.change',
  );
  const changed = source !== start;
  const wrong = trial !== undefined && trial.problem !== null;
  const writable = mayChange && !readOnly;
  const save = async () => {
    setAsks(undefined);
    const input = kept === undefined ? { source } : { name: kept.name, source, seen: kept.version };
    const done = await attempt(input);
    if (done === undefined) return;
    await refresh('template.list', 'template.show');
    say(kept === undefined ? templates.added(done.name) : templates.saved(done.name));
    go(`/templates/${encodeURIComponent(done.name)}`);
  };
  const asksTitle = templates.voidsTitle(kept?.name ?? '');
  return (
    <Frame
      title={title}
      wide
      actions={
        <>
          <ButtonLink href="/templates">{templates.back}</ButtonLink>
          {kept !== undefined && writable ? (
            <Button onClick={() => setAsks('archive')}>{templates.archive}</Button>
          ) : null}
          {kept !== undefined && changed ? <Button onClick={() => setSource(start)}>{templates.discard}</Button> : null}
          {writable ? (
            <Button
              look="main"
              busy={busy || wrong || (kept !== undefined && !changed)}
              onClick={() => (kept === undefined ? void save() : setAsks('save'))}
            >
              {templates.save}
            </Button>
          ) : null}
        </>
      }
    >
      {readOnly ? <p className={style.quiet}>{templates.readOnly}</p> : null}
      {!readOnly && !mayChange ? <p className={style.quiet}>{templates.notAdmin}</p> : null}
      {problem === null ? null : <ProblemPanel problem={problem} />}
      <div className={style.beside}>
        <SourceField source={source} change={setSource} readOnly={!writable} problem={trial?.problem ?? null} />
        <Preview {...{ trial, example, setExample }} />
      </div>
      {asks === 'save' ? (
        <Dialog
          label={asksTitle}
          title={asksTitle}
          close={() => setAsks(undefined)}
          foot={
            <Button look="main" onClick={() => void save()}>
              {templates.saveNow}
            </Button>
          }
        >
          <p>{templates.voids}</p>
        </Dialog>
      ) : null}
      {asks === 'archive' && kept !== undefined ? <Archive kept={kept} close={() => setAsks(undefined)} /> : null}
    </Frame>
  );
}
