import { useCallback, useMemo } from 'react';
import { plainText } from '../../../../src/markdown/plain.ts';
import type { PostmortemRecord } from '../../../../src/record/record.ts';
import { words } from '../../../words/index.ts';
import { fieldName } from '../../../parts/field-name.ts';
import { useGoTo } from '../go-to.ts';
import { useLit } from '../lit.ts';
import { useNewest, useSheet } from '../shown.ts';
import { figureOrder } from './figure-order.ts';
import { FigureRow } from './figure-row.tsx';
import style from './figures.module.css';
import { Part } from './part.tsx';
import { momentsOf, sourceLine, targetOf } from './source-line.ts';

/** A place that a figure rests on, in words: an event by its time and text, another place by its name. */
function citeText(record: PostmortemRecord, path: string, moment: (path: string) => string | undefined): string {
  const index = /^timeline\[(\d+)\]$/.exec(path)?.[1];
  const event = index === undefined ? undefined : record.timeline?.[Number(index)];
  if (event === undefined) return fieldName(path);
  return `${moment(path) ?? event.written ?? ''} ${plainText(event.text ?? '').slice(0, 80)}`;
}

const noCites: { path: string; text: string }[] = [];

/** Every figure of the document; one that is chosen lights up what it rests on. */
export function FigureList() {
  const { layout } = useSheet();
  const figures = useNewest((document) => document.figures);
  const record = useNewest(({ shown }) => shown.record);
  const { lit, show } = useLit();
  const goTo = useGoTo();
  const moment = useMemo(() => momentsOf(record), [record]);
  const { first, rest, none } = useMemo(() => {
    const order = figureOrder(figures, layout);
    const none = order.first.every((name) => figures[name]?.status === 'unknown');
    // Seven times the same reason helps nobody: they stand with the others until there is one.
    return none ? { first: [], rest: [...order.first, ...order.rest], none } : { ...order, none };
  }, [figures, layout]);
  const toggle = useCallback(
    (name: string) => show({ by: `figure:${name}`, paths: new Set(figures[name]?.cites) }),
    [figures, show],
  );
  const row = (name: string) => {
    const figure = figures[name];
    if (figure === undefined) return null;
    const open = lit?.by === `figure:${name}`;
    const cites = open ? figure.cites.map((path) => ({ path, text: citeText(record, path, moment) })) : noCites;
    return (
      <FigureRow
        key={name}
        {...{ name, figure, open, toggle, cites, goTo }}
        source={sourceLine(figure, moment)}
        target={targetOf(figures, name)}
      />
    );
  };
  return (
    <Part place="margin-figures" title={words.document.figures.title} aside={words.document.figures.by(layout.name)}>
      {none ? <p className={style.none}>{words.document.figures.none}</p> : null}
      <ul className={style.list}>{first.map(row)}</ul>
      {rest.length === 0 ? null : (
        <details>
          <summary className={style.more}>
            {none ? words.document.figures.allUnknown(rest.length) : words.document.figures.all(rest.length)}
          </summary>
          <ul className={style.list}>{rest.map(row)}</ul>
        </details>
      )}
    </Part>
  );
}
