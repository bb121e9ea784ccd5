import { useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useOperation } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { sayProblem } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { type Command, useCommands } from '../../shell/commands.ts';
import { words } from '../../words/index.ts';
import { create, type Header } from './create.ts';
import { HeaderForm } from './header-form.tsx';
import { type Material, materialOfFile } from './material.ts';
import { MaterialPanel } from './material-panel.tsx';
import style from './new.module.css';
import { UnderstoodPanel } from './understood-panel.tsx';
import { useUnderstood } from './use-understood.ts';

/** What to create: what was understood, and over it what the person wrote. */
function headerOf(
  changed: Partial<Header>,
  found: ReturnType<typeof useUnderstood>['understood'],
  known: string[],
): Header {
  const { title = '', severity = '' } = found?.record.incident ?? {};
  return { title, severity, template: found?.template ?? known[0] ?? '', ...changed };
}

/** A new incident, from anything there is or from nothing, in under a minute. */
export function Screen() {
  const [, go] = useLocation();
  const { data: templates = [] } = useOperation<{ name: string; title: string }[]>('template.list');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<Material[]>([]);
  const [changed, setChanged] = useState<Partial<Header>>({});
  const [untitled, setUntitled] = useState(false);
  const [progress, setProgress] = useState<string>();
  const known = templates.map(({ name }) => name);
  const reading = useUnderstood({ text, files, template: changed.template, known });
  const header = headerOf(changed, reading.understood, known);
  const under = useRef(false);
  const run = async () => {
    if (under.current || reading.reading || header.template === '') return;
    if (header.title.trim() === '') {
      setUntitled(true);
      document.querySelector<HTMLElement>('#new-header input')?.focus();
      return;
    }
    under.current = true;
    try {
      go(
        `/incidents/${await create({ ...header, title: header.title.trim() }, reading.understood, reading.all, setProgress)}`,
      );
    } catch (error) {
      sayProblem(error);
    } finally {
      under.current = false;
      setProgress(undefined);
    }
  };
  const latest = useRef(run);
  latest.current = run;
  useCommands(
    useMemo<Command[]>(() => [{ label: words.new.create, keys: 'mod+Enter', run: () => void latest.current() }], []),
  );
  return (
    <Frame title={words.new.title} wide>
      <div className={style.columns}>
        <MaterialPanel
          {...{ text, setText, files }}
          take={(chosen) =>
            void Promise.all(chosen.map(materialOfFile))
              .then((read) => setFiles((before) => [...before, ...read]))
              .catch(sayProblem)
          }
          remove={(id) => setFiles((before) => before.filter((file) => file.id !== id))}
        />
        <div className={style.right}>
          <Panel title={words.new.result}>
            <HeaderForm
              {...{ header, templates, untitled }}
              understood={reading.understood}
              change={(some) => {
                setChanged((before) => ({ ...before, ...some }));
                if (some.title !== undefined) setUntitled(false);
              }}
            />
            <div className={style.create}>
              <Button look="main" busy={progress !== undefined || reading.reading} onClick={() => void run()}>
                {words.new.create}
              </Button>
              <kbd className={style.quiet}>{words.new.createKeys}</kbd>
              <span role="status" className={style.quiet}>
                {progress ?? ''}
              </span>
            </div>
          </Panel>
          <UnderstoodPanel reading={reading} />
        </div>
      </div>
    </Frame>
  );
}
