import { useEffect, useState } from 'react';
import type { Trial } from '../../../src/operations/template/try.ts';
import { TextArea } from '../../parts/field.tsx';
import { Switch } from '../../parts/switch.tsx';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/index.ts';
import style from './templates.module.css';

type View = 'blank' | 'bound' | 'example';

function Example({ read }: { read: NonNullable<Trial['example']> }) {
  const { templates } = words;
  return (
    <>
      <p role="status">{read.values.length === 0 ? templates.exampleNone : templates.exampleFit(read.confidence)}</p>
      {read.values.length === 0 ? null : (
        <Table className={style.table} columns={[templates.line, templates.path, templates.value]}>
          {read.values.map(({ path, value, line }) => (
            <tr key={path}>
              <td>{line}</td>
              <td>
                <code>{path}</code>
              </td>
              <td>{value}</td>
            </tr>
          ))}
        </Table>
      )}
      {read.left.length === 0 ? null : (
        <>
          <h3>{templates.left}</h3>
          <ul>
            {read.left.map(({ heading, line }) => (
              <li key={line}>{templates.leftAt(heading, line)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type Props = { trial: Trial | undefined; example: string; setExample: (example: string) => void };

/** What a source makes: an empty document, its places, and what it reads in an example. */
export function Preview({ trial, example, setExample }: Props) {
  const { templates } = words;
  const [view, setView] = useState<View>('blank');
  const [last, setLast] = useState<Trial['template']>(null);
  useEffect(() => {
    if (trial?.template) setLast(trial.template);
  }, [trial]);
  // While something is wrong, what it made before stays to be read beside it.
  const made = trial?.template ?? last;
  return (
    <section className={style.preview} aria-label={templates.preview}>
      <Switch
        label={templates.views}
        options={{ blank: templates.blank, bound: templates.bound, example: templates.example }}
        chosen={view}
        choose={setView}
      />
      {made !== null && trial?.problem && view !== 'example' ? <p className={style.quiet}>{templates.before}</p> : null}
      {view === 'blank' && made !== null ? (
        <pre className={style.blank} tabIndex={0} aria-label={templates.blank}>
          {made.blank}
        </pre>
      ) : null}
      {view === 'bound' && made !== null ? (
        <>
          <p className={style.quiet}>{templates.placesText}</p>
          <ul className={style.paths}>
            {made.paths.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {view === 'example' ? (
        <>
          <div className={style.example}>
            <TextArea
              label={templates.examplePaste}
              placeholder={templates.examplePlaceholder}
              value={example}
              spellCheck={false}
              maxLength={1_000_000}
              onChange={({ target }) => setExample(target.value)}
            />
          </div>
          {trial?.example ? <Example read={trial.example} /> : null}
        </>
      ) : null}
    </section>
  );
}
