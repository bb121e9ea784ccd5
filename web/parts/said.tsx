import { fieldName } from './field-name.ts';
import { Moment } from './moment.tsx';
import style from './said.module.css';

const instant = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)/;
const day = /(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)/;

/** Instants as the rest of the app writes them; a date is never broken at its hyphens. */
const Dated = ({ text }: { text: string }) =>
  text.split(instant).map((piece, index) =>
    index % 2 === 1 ? (
      <Moment key={index} at={piece} />
    ) : (
      piece.split(day).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <span key={`${index} ${at}`} className={style.whole}>
            {part}
          </span>
        ),
      )
    ),
  );

/** What a check or a gate says: `path`, the field it speaks of, by its words; what else stands between back-ticks as code. */
export const Said = ({ text, path }: { text: string; path?: string | undefined }) =>
  text.split('`').map((piece, index) => {
    if (index % 2 === 0) return <Dated key={index} text={piece} />;
    return piece === path ? <em key={index}>{fieldName(piece)}</em> : <code key={index}>{piece}</code>;
  });
