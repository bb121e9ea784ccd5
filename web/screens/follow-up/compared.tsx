import type { Facts } from '../../../src/operations/review/facts.ts';
import { Panel } from '../../parts/panel.tsx';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/reviewing.ts';
import { scaleOf } from '../../../src/charts/length-scale.ts';
import style from './follow-up.module.css';

type Comparison = Facts['detect'];
type Side = Comparison['before'];

const [width, row, left] = [320, 34, 8];

function changeText({ changePercent }: Comparison): string {
  const { facts } = words.reviews;
  if (changePercent === null) return facts.noChange;
  if (changePercent === 0) return facts.same;
  return changePercent < 0 ? facts.quicker(-changePercent) : facts.slower(changePercent);
}

function sideText({ dots, median, unknown }: Side): string {
  const { facts } = words.reviews;
  const known = median === null ? facts.noMedian(dots.length) : facts.median(median);
  return unknown === 0 ? known : `${known}, ${facts.unknown(unknown)}`;
}

/** A time before and since, each incident as a dot on one axis, the medians as lines where there are enough. */
export function Compared({
  name,
  comparison,
  beforeDays,
}: {
  name: string;
  comparison: Comparison;
  beforeDays: number;
}) {
  const { facts } = words.reviews;
  const sides = [
    { label: facts.before(beforeDays), side: comparison.before, tone: style.before },
    { label: facts.since, side: comparison.after, tone: style.after },
  ];
  const all = sides.flatMap(({ side }) => side.dots.map(({ seconds }) => seconds));
  const { ticks, at } = scaleOf(all);
  const x = (seconds: number) => left + at(seconds) * (width - 2 * left);
  return (
    <Panel title={name}>
      <p className={style.change}>{changeText(comparison)}</p>
      {all.length === 0 ? null : (
        <svg
          className={style.strip}
          viewBox={`0 0 ${width} ${2 * row + 18}`}
          role="img"
          aria-label={facts.dotsOf(name)}
        >
          {ticks.map((tick, index) => (
            <g key={tick}>
              <line className={style.grid} x1={x(tick)} x2={x(tick)} y1={0} y2={2 * row} />
              <text
                className={style.tick}
                x={x(tick)}
                y={2 * row + 14}
                textAnchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
              >
                {facts.length(tick)}
              </text>
            </g>
          ))}
          {sides.map(({ side, tone }, index) => (
            <g key={index} className={tone}>
              {side.median === null ? null : (
                <line x1={x(side.median)} x2={x(side.median)} y1={index * row + 5} y2={(index + 1) * row - 5} />
              )}
              {side.dots.map(({ key, seconds }) => (
                <circle key={key} cx={x(seconds)} cy={index * row + row / 2} r={4.5}>
                  <title>{facts.dot(key, seconds)}</title>
                </circle>
              ))}
            </g>
          ))}
        </svg>
      )}
      <dl className={style.sides}>
        {sides.map(({ label, side, tone }) => (
          <div key={label} className={tone}>
            <dt>{label}</dt>
            <dd>{sideText(side)}</dd>
          </div>
        ))}
      </dl>
      {all.length === 0 ? null : (
        <details className={style.more}>
          <summary>{facts.asTable}</summary>
          <Table columns={[facts.incident, facts.side, facts.time]}>
            {sides.flatMap(({ label, side }) =>
              side.dots.map(({ key, seconds }) => (
                <tr key={`${label} ${key}`}>
                  <td>{key}</td>
                  <td>{label}</td>
                  <td>{facts.length(seconds)}</td>
                </tr>
              )),
            )}
          </Table>
        </details>
      )}
    </Panel>
  );
}
