import { lazy, Suspense, useId, useRef } from 'react';
import { Button } from '../../parts/button.tsx';
import { Edged } from '../../parts/edged.tsx';
import { Loading } from '../../parts/loading.tsx';
import { words } from '../../words/index.ts';
import type { LineProblem } from './problem-line.ts';
import type { SourceHandle } from './source-editor.tsx';
import style from './source.module.css';

const SourceEditor = lazy(async () => ({ default: (await import('./source-editor.tsx')).SourceEditor }));

/** What is wrong with a source, and what to do. */
export type SourceProblem = LineProblem & { remedy: string };

type Props = {
  source: string;
  change: (source: string) => void;
  readOnly: boolean;
  problem: SourceProblem | null;
  /** What settings are written in it, in YAML; the source of a template without. */
  label?: string;
  /** For what is short, with something below it that is read together with it. */
  low?: boolean;
};

/** The source of something in its editor. What was found wrong with it is marked at its line and said below. */
export function SourceField({ source, change, readOnly, problem, label, low = false }: Props) {
  const { templates } = words;
  const handle = useRef<SourceHandle>(null);
  const problemId = useId();
  return (
    <div className={style.field}>
      <div className={low ? style.low : style.frame}>
        <Suspense fallback={<Loading />}>
          <SourceEditor
            {...{ source, change, readOnly, problem, handle }}
            label={label ?? words.templates.source}
            yaml={label !== undefined}
            describedBy={problemId}
          />
        </Suspense>
      </div>
      <div role="status" id={problemId}>
        {problem === null ? null : (
          <Edged as="p" tone="error">
            <strong>{templates.problemAt(problem.line)}</strong> {problem.what} {problem.remedy}{' '}
            <Button look="quiet" onClick={() => handle.current?.goTo(problem.line)}>
              {templates.goTo(problem.line)}
            </Button>
          </Edged>
        )}
      </div>
    </div>
  );
}
