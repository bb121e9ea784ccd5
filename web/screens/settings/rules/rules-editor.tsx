import { useState } from 'react';
import type { SettingItem } from '../../../../src/operations/settings/list.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { start } from '../../../api/start.ts';
import { SourceField } from '../../../editors/source/index.ts';
import { Button } from '../../../parts/button.tsx';
import { Edged } from '../../../parts/edged.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/incoming.ts';
import settings from '../settings.module.css';
import { Decisions } from './decisions.tsx';
import { Guide } from './guide.tsx';
import style from './rules.module.css';
import { UsualDialog } from './usual-dialog.tsx';
import { useTried } from './use-tried.ts';

/** What somebody else has saved meanwhile. */
const Theirs = ({ text }: { text: string }) => (
  <Edged tone="warning" role="alert">
    <p>{words.rules.changed}</p>
    <details>
      <summary>{words.rules.theirs}</summary>
      <pre className={style.theirs} tabIndex={0} role="group" aria-label={words.rules.theirs}>
        {text}
      </pre>
    </details>
  </Edged>
);

/** The rules, to be written or read, what is wrong with them, and what they would do with the last signals. */
export function RulesEditor({ item }: { item: SettingItem }) {
  const { rules, common, settings: all } = words;
  const { name, version } = item;
  const kept = String(item.value);
  const mayChange = start.me.role === 'owner';
  // Undefined as long as nobody wrote: what others save is shown then.
  const [written, write] = useState<string>();
  const [asks, setAsks] = useState(false);
  const { attempt, busy, problem, reset } = useChange('settings.change');
  const source = written ?? kept;
  const changed = source !== kept;
  const { data: tried } = useTried(source);
  const problems = tried?.problems ?? [];
  const [first] = problems;
  const isConflict = problem?.code === 'record.conflict';
  const save = async (value: string | null) => {
    const done = await attempt({ name, value, seen: version });
    await refresh('settings.list');
    if (done === undefined) return;
    write(undefined);
    setAsks(false);
    say(rules.saved);
  };
  return (
    <>
      <Panel title={all.parts.rules} aside={mayChange ? undefined : rules.onlyOwners}>
        <p className={settings.quiet}>{rules.intro}</p>
        <SourceField
          label={rules.source}
          low
          source={source}
          change={(text) => {
            write(text);
            if (!isConflict) reset();
          }}
          readOnly={!mayChange}
          problem={
            first === undefined ? null : { line: first.line, what: told(first.reason), remedy: told(first.advice) }
          }
        />
        {problems.length < 2 ? null : (
          <details>
            <summary>{rules.more(problems.length - 1)}</summary>
            <ul className={style.problems}>
              {problems.slice(1).map(({ line, reason, advice }, index) => (
                <li key={index}>
                  <strong>{rules.atLine(line)}</strong> {told(reason)} {told(advice)}
                </li>
              ))}
            </ul>
          </details>
        )}
        {isConflict ? <Theirs text={kept} /> : problem === null ? null : <ProblemPanel problem={problem} />}
        {mayChange ? (
          <div className={style.buttons}>
            <Button
              look="main"
              busy={busy}
              disabled={!changed || first !== undefined}
              onClick={() => void save(source)}
            >
              {common.save}
            </Button>
            {changed ? (
              <Button
                onClick={() => {
                  write(undefined);
                  reset();
                }}
              >
                {rules.discard}
              </Button>
            ) : null}
            {version === 0 ? null : <Button onClick={() => setAsks(true)}>{rules.usual}</Button>}
            <span className={settings.quiet} role="status">
              {changed ? rules.unsaved : ''}
            </span>
          </div>
        ) : null}
        <Guide />
      </Panel>
      <Decisions tried={tried} />
      {asks ? <UsualDialog busy={busy} take={() => void save(null)} close={() => setAsks(false)} /> : null}
    </>
  );
}
