import { useState } from 'react';
import { starters } from '../../../../src/measurement/starters.ts';
import type { Watched } from '../../../../src/operations/service/load.ts';
import type { Tested } from '../../../../src/operations/service/try-queries.ts';
import type { Problem } from '../../../api/problem.ts';
import { refresh, useChange } from '../../../api/queries.ts';
import { SourceField, type SourceProblem } from '../../../editors/source/index.ts';
import { Button } from '../../../parts/button.tsx';
import { Select } from '../../../parts/field.tsx';
import { say } from '../../../parts/notices.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/index.ts';
import { Answers } from './answers.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { SecretFields } from './secret-fields.tsx';
import { areHeaders, secretsOf } from './secrets.ts';
import style from './services.module.css';

/** What is wrong with the text, at its line; anything else is shown as a problem of its own. */
function lineProblem(problem: Problem | null): SourceProblem | null {
  if (problem?.code !== 'service.invalid') return null;
  const { line, reason } = problem.data as { line: number; reason: string };
  return { line, what: reason, remedy: words.services.remedy };
}

/** What a service begins with. */
const sourceOf = (starter: string): string => starters.find(({ name }) => name === starter)?.source ?? '';

type Props = { kept: Watched | undefined; close: () => void };

/** How one service is watched: written, tried, kept. */
export function ServiceEditor({ kept, close }: Props) {
  const { services } = words;
  const [start, setStart] = useState<string>('http');
  const [source, setSource] = useState(kept?.source ?? sourceOf('http'));
  const [typed, setTyped] = useState({ headers: '', database: '' });
  const [asks, setAsks] = useState(false);
  const tried = useChange<Tested>('service.test');
  const saved = useChange<Watched>(kept === undefined ? 'service.add' : 'service.change');
  const [answers, setAnswers] = useState<Tested['answers']>();
  const given = { source, ...secretsOf(typed) };
  const problem = saved.problem ?? tried.problem;
  const wrong = lineProblem(problem);
  const write = (text: string) => {
    setSource(text);
    saved.reset();
    tried.reset();
  };
  const test = async () => {
    saved.reset();
    setAnswers(undefined);
    const done = await tried.attempt(kept === undefined ? given : { ...given, service: kept.id });
    setAnswers(done?.answers);
  };
  const save = async () => {
    tried.reset();
    const done = await saved.attempt(kept === undefined ? given : { ...given, service: kept.id, seen: kept.version });
    await refresh('service.list');
    if (done === undefined) return;
    say(kept === undefined ? services.added(done.name) : services.saved(done.name));
    close();
  };
  return (
    <Panel
      title={kept?.name ?? services.addTitle}
      aside={
        <Button look="quiet" onClick={close}>
          {services.back}
        </Button>
      }
    >
      <div className={style.editor}>
        {kept !== undefined ? null : (
          <div className={style.start}>
            <Select
              label={services.start}
              value={start}
              options={starters.map(({ name }) => ({ value: name, label: services.starters[name] }))}
              onChange={({ target }) => {
                setStart(target.value);
                write(sourceOf(target.value));
              }}
            />
          </div>
        )}
        <p className={style.quiet}>{services.sourceHint}</p>
        <SourceField
          key={start}
          label={services.source}
          source={source}
          change={write}
          readOnly={false}
          problem={wrong}
        />
        <SecretFields kept={kept} typed={typed} change={setTyped} done={close} />
        {problem === null || wrong !== null ? null : <ProblemPanel problem={problem} />}
        <div className={style.buttons}>
          <Button look="main" busy={saved.busy || !areHeaders(typed)} onClick={() => void save()}>
            {words.common.save}
          </Button>
          <Button busy={tried.busy || !areHeaders(typed)} onClick={() => void test()}>
            {services.test}
          </Button>
          {kept === undefined ? null : <Button onClick={() => setAsks(true)}>{services.remove}</Button>}
          <span role="status" className={style.quiet}>
            {tried.busy ? services.testing : ''}
          </span>
        </div>
        {answers === undefined ? null : <Answers answers={answers} />}
      </div>
      {asks && kept !== undefined ? <RemoveDialog kept={kept} done={close} close={() => setAsks(false)} /> : null}
    </Panel>
  );
}
