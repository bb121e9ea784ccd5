import type { Problem } from '../api/problem.ts';
import { words } from '../words/index.ts';
import { Button } from './button.tsx';
import { Edged } from './edged.tsx';
import style from './problem-panel.module.css';

/** What went wrong and what to do, in place of what could not be shown. */
export const ProblemPanel = ({ problem, retry }: { problem: Problem; retry?: (() => void) | undefined }) => (
  <Edged tone="error" className={style.panel} role="alert">
    <p className={style.title}>{problem.message}</p>
    {problem.advice === '' ? null : <p>{problem.advice}</p>}
    {retry === undefined ? null : <Button onClick={retry}>{words.common.tryAgain}</Button>}
  </Edged>
);
