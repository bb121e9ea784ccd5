import { Link } from 'wouter';
import type { Insights } from '../../../src/operations/insight/show.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Empty } from '../../parts/empty.tsx';
import { TextField } from '../../parts/field.tsx';
import { FilterSelect, optionsOf } from '../../parts/filters.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useWish } from '../../parts/use-wish.ts';
import { words } from '../../words/counting.ts';
import { Follow } from './follow.tsx';
import style from './insights.module.css';
import { Spread } from './spread.tsx';
import { inputOf, narrowings, paramsOf, type Wish, wishOf } from './wish.ts';

const shownMeasures = ['detect', 'acknowledge', 'mitigate', 'resolve', 'written'] as const;

function Longest({ longest }: Pick<Insights, 'longest'>) {
  const { insights } = words;
  return (
    <Panel title={insights.longest}>
      <ol className={style.longest}>
        {longest.map(({ key, title, at, seconds }) => (
          <li key={key}>
            <Link href={`/incidents/${key}`}>{title ?? insights.untitled}</Link>
            <span className={style.quiet}>
              {insights.length(seconds)} · {insights.day(at.slice(0, 10))}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Counted({ answer, wish }: { answer: Insights; wish: Wish }) {
  const { insights } = words;
  const { all, groups, longest } = answer;
  const column = insights.column[wish.by];
  if (all.incidents === 0)
    return (
      <Empty title={insights.nothing}>
        <p>{insights.nothingAdvice}</p>
      </Empty>
    );
  return (
    <>
      <p className={style.quiet}>
        {insights.counted(all.incidents)} {insights.legend}
      </p>
      <div className={style.questions}>
        {shownMeasures
          .filter((measure) => all.spreads[measure].known > 0)
          .map((measure) => (
            <Spread key={measure} {...{ groups, measure, column }} inTime={wish.by === 'quarter'} />
          ))}
        {longest.length === 0 ? null : <Longest longest={longest} />}
      </div>
      <Follow {...{ groups, wish, column }} />
    </>
  );
}

/** What many incidents have in common: one question a block, with the incidents behind it. */
export function Screen() {
  const [wish, change] = useWish({ wishOf, paramsOf });
  const { insights } = words;
  const answer = useOperation<Insights>('insight.show', inputOf(wish));
  const set = (name: keyof Wish, value: string) => {
    const { [name]: _, ...rest } = wish;
    change((value === '' ? rest : { ...wish, [name]: value }) as Wish);
  };
  return (
    <Frame title={insights.title} wide>
      <div className={style.screen}>
        <div className={style.filters}>
          <Switch
            label={insights.by}
            options={insights.bys}
            chosen={wish.by}
            choose={(by) => change({ ...wish, by })}
          />
          <TextField
            type="date"
            label={insights.since}
            value={wish.from ?? ''}
            onChange={({ target }) => set('from', target.value)}
          />
          <TextField
            type="date"
            label={insights.until}
            value={wish.to ?? ''}
            onChange={({ target }) => set('to', target.value)}
          />
          {narrowings
            .filter((name) => wish[name] !== undefined)
            .map((name) => (
              <FilterSelect
                key={name}
                label={insights.only[name]}
                any={insights.all}
                options={optionsOf([], wish[name])}
                value={wish[name]}
                change={(value) => set(name, value)}
              />
            ))}
        </div>
        <Answered of={answer}>{(found) => <Counted answer={found} wish={wish} />}</Answered>
      </div>
    </Frame>
  );
}
