import { memo } from 'react';
import type { Figure } from '../../../../src/record/figure.ts';
import { words } from '../../../words/index.ts';
import { figureName, figureText, formulaText } from '../figure-text.ts';
import style from './figures.module.css';
import type { TargetState } from './source-line.ts';
import { Target } from './target.tsx';

type Props = {
  name: string;
  figure: Figure;
  source: string;
  target: TargetState | undefined;
  open: boolean;
  toggle: (name: string) => void;
  /** Events and fields that it rests on, as words, with where they are. */
  cites: { path: string; text: string }[];
  goTo: (path: string) => void;
};

/** A figure: its name, its value, where it comes from; open, its formula and the places that it rests on. */
export const FigureRow = memo(function FigureRow({ name, figure, source, target, open, toggle, cites, goTo }: Props) {
  const value = figureText(figure);
  return (
    <li className={open ? style.openRow : style.row} data-figure={name}>
      <button type="button" className={style.figure} aria-expanded={open} onClick={() => toggle(name)}>
        <span className={style.head}>
          <span>{figureName(name)}</span>
          {value === undefined ? (
            <strong className={style.unknown}>{words.document.figures.unknown}</strong>
          ) : (
            <strong className={style.value}>{value}</strong>
          )}
        </span>
        <span className={style.source}>
          {source}
          {target === undefined ? null : ' · '}
          <Target of={target} />
        </span>
      </button>
      {open ? (
        <dl className={style.detail}>
          <dt>{words.document.figures.formula}</dt>
          <dd>{formulaText(figure)}</dd>
          {cites.length === 0 ? null : (
            <>
              <dt>{words.document.figures.restsOn}</dt>
              {cites.map(({ path, text }) => (
                <dd key={path}>
                  <button type="button" className={style.cite} onClick={() => goTo(path)}>
                    {text}
                  </button>
                </dd>
              ))}
            </>
          )}
        </dl>
      ) : null}
    </li>
  );
});
