import { words } from '../../../words/index.ts';
import type { TargetState } from './source-line.ts';
import style from './target.module.css';

/** The target of a figure and whether it is met; nothing where there is none. */
export function Target({ of }: { of: TargetState | undefined }) {
  if (of === undefined) return null;
  const { figures } = words.document;
  return (
    <span className={style.target}>
      {figures.target(of.text)}
      {of.met === undefined ? null : (
        <>
          {' '}
          <span className={of.met ? style.met : style.missed}>{of.met ? figures.met : figures.missed}</span>
        </>
      )}
    </span>
  );
}
