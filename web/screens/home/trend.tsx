import type { Trend } from '../../../src/operations/home/trend.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/index.ts';
import style from './home.module.css';
import { TrendChart } from './trend-chart.tsx';

function Shown({ quarters, unknown, most, more }: Trend) {
  const { home } = words;
  if (quarters.every(({ dots }) => dots.length === 0))
    return (
      <Empty title={home.noTrend}>
        <p>{home.noTrendAdvice}</p>
      </Empty>
    );
  const notes = [home.trendLegend, more ? home.trendOf(most) : '', unknown > 0 ? home.trendUnknown(unknown) : ''];
  return (
    <>
      <TrendChart quarters={quarters} />
      <p className={style.note}>{notes.filter(Boolean).join(' · ')}</p>
    </>
  );
}

/** How long it took until it was mitigated, quarter by quarter. */
export function TrendPanel() {
  const trend = useOperation<Trend>('home.trend');
  return (
    <Panel title={words.home.trend}>
      <Answered of={trend}>{(answer) => <Shown {...answer} />}</Answered>
    </Panel>
  );
}
