import { Fragment, type ReactNode } from 'react';
import type { Moment } from '../../../src/record/moment.ts';
import { words } from '../../words/index.ts';
import { listText } from '../../words/plural.ts';
import style from './new.module.css';
import type { Understood } from './understand.ts';

const written = (moment: Moment | undefined): string | undefined => moment?.at ?? moment?.written;

/** The first and last time that is stated anywhere. */
function timesOf({ record }: Understood): [string | undefined, string | undefined] {
  const times = (record.timeline ?? []).flatMap(({ at }) => (at === undefined ? [] : [at])).toSorted();
  const { start, end, date } = record.incident ?? {};
  return [written(start) ?? times[0] ?? date, written(end) ?? (times.length > 1 ? times.at(-1) : undefined)];
}

/** What stands in the material, in a few lines. */
export function Facts({ understood }: { understood: Understood }) {
  const { record, custom, masked, refused, moreEvents } = understood;
  const [from, to] = timesOf(understood);
  const timeline = record.timeline ?? [];
  const suggested = timeline.filter(({ inferred }) => inferred === true).length;
  const said = (time: string | undefined) => (time === undefined ? words.new.noTime : words.new.at(time));
  const rows: [string, ReactNode][] = [
    [words.new.from, said(from)],
    [words.new.to, said(to)],
    [words.new.events, words.new.eventsText(timeline.length + moreEvents, suggested)],
    [words.new.actions, words.new.count(record.actions?.length ?? 0)],
    ...(masked > 0 ? [[words.new.masked, words.new.maskedText(masked)] as [string, string]] : []),
    ...(custom.length > 0
      ? [[words.new.notBound, listText(custom.map(({ heading }) => heading))] as [string, string]]
      : []),
    ...refused.map(({ name, why }): [string, string] => [words.new.refused, `${name}: ${why}`]),
  ];
  return (
    <dl className={style.facts}>
      {rows.map(([term, value], index) => (
        <Fragment key={`${term} ${index}`}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
