import type { Piece } from './word-diff.ts';
import style from './diff.module.css';

/** A text with what was taken out and put in; the elements say it to those who do not see the marks. */
export const Pieces = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map(({ kind, text }, index) =>
    kind === 'same' ? (
      <span key={index}>{text}</span>
    ) : kind === 'removed' ? (
      <del key={index} className={style.del}>
        {text}
      </del>
    ) : (
      <ins key={index} className={style.ins}>
        {text}
      </ins>
    ),
  );
