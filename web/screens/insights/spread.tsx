import type { Group, MeasureName } from '../../../src/operations/insight/measures.ts';
import { type SpreadPicture, spreadChart } from '../../../src/charts/spread.ts';
import { useWidth } from '../../chart/use-width.ts';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/counting.ts';
import style from './insights.module.css';
import { nameOf, saidOf, spreadCsv, spreadRows } from './tables.ts';

/** More columns than this cannot be told apart: those with most incidents are drawn, the table has all. */
const mostDrawn = 12;

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function drawnOf(groups: readonly Group[], inTime: boolean): readonly Group[] {
  if (groups.length <= mostDrawn) return groups;
  return inTime ? groups.slice(-mostDrawn) : groups.toSorted((a, b) => b.incidents - a.incidents).slice(0, mostDrawn);
}

type Props = { groups: readonly Group[]; measure: MeasureName; column: string; inTime: boolean };

/** One question, its chart, and the same as a table, CSV and SVG. */
export function Spread({ groups, measure, column, inTime }: Props) {
  const { insights } = words;
  const [place, width] = useWidth<HTMLDivElement>();
  const [unknown, of] = groups.reduce(
    ([missing, all], { incidents, spreads }) => [missing + spreads[measure].unknown, all + incidents],
    [0, 0],
  );
  const shown = drawnOf(groups, inTime);
  const picture: SpreadPicture = {
    title: insights.measures[measure],
    said: saidOf(shown, measure),
    lengthText: insights.length,
    groups: shown.map((group) => {
      const { median, p90, dots } = group.spreads[measure];
      const named = dots.map(({ key, title, seconds }) => ({
        seconds,
        label: insights.incident(key, title ?? insights.untitled, seconds),
      }));
      return { label: nameOf(group), median, p90, dots: named };
    }),
  };
  const rows = spreadRows(groups, measure, column);
  const [heads = [], ...body] = rows;
  const file = `${measure}-by-${column.toLowerCase()}`;
  return (
    <Panel title={insights.questions[measure]}>
      <p className={style.quiet}>
        {insights.measures[measure]}
        {unknown > 0 ? ` · ${insights.unknown(unknown, of)}` : ''}
      </p>
      <div ref={place} className={style.chart}>
        {width === 0 ? null : (
          <div dangerouslySetInnerHTML={{ __html: spreadChart(picture, { width: Math.max(260, width) }) }} />
        )}
      </div>
      <details className={style.more}>
        <summary>{insights.table}</summary>
        <div className={style.wide}>
          <Table columns={heads}>
            {body.map(([name = '', ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((text, index) => (
                  <td key={heads[index + 1]} className={style.number}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </Table>
        </div>
        <div className={style.buttons}>
          <Button
            look="quiet"
            aria-label={insights.download(insights.measures[measure], insights.csv)}
            onClick={() => save(`${file}.csv`, 'text/csv', spreadCsv(groups, measure, column))}
          >
            {insights.csv}
          </Button>
          <Button
            look="quiet"
            aria-label={insights.download(insights.measures[measure], insights.svg)}
            onClick={() => save(`${file}.svg`, 'image/svg+xml', spreadChart(picture, { palette: 'paper', width: 768 }))}
          >
            {insights.svg}
          </Button>
        </div>
      </details>
    </Panel>
  );
}
