import { Link } from 'wouter';
import type { RecurringAnswer } from '../../../src/operations/search/recurring.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { ButtonLink } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { TextField } from '../../parts/field.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { Switch } from '../../parts/switch.tsx';
import { Table } from '../../parts/table.tsx';
import { useWish } from '../../parts/use-wish.ts';
import { words } from '../../words/searching.ts';
import { Quarters } from './quarters.tsx';
import style from './recurring.module.css';
import { inputOf, type Kind, paramsOf, type Wish, wishOf } from './wish.ts';

type Item = RecurringAnswer['items'][number];

/** The search that shows all of them, where the search can be narrowed to it. */
function searchFor(kind: Kind, value: string, { since, until }: Wish): string {
  const found = kind === 'cause' || kind === 'service' ? { [kind]: value } : { words: `"${value}"` };
  const days = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
  return `/search?${new URLSearchParams({ ...found, ...days })}`;
}

function Row({ item, wish }: { item: Item; wish: Wish }) {
  const { recurring } = words;
  const { columns } = recurring;
  return (
    <tr>
      <th scope="row" className={style.value}>
        <Link href={searchFor(wish.kind, item.value, wish)}>{item.value}</Link>
      </th>
      <td data-column={columns.count} className={style.count}>
        {item.count}
      </td>
      <td data-column={columns.quarters}>
        <Quarters quarters={item.quarters} />
      </td>
      <td data-column={columns.services} className={style.services}>
        {item.services.map(({ value, count }) => recurring.times(value, count)).join(', ')}
      </td>
      <td data-column={columns.latest}>
        <ul className={style.latest}>
          {item.latest.slice(0, 3).map(({ key, title, day }) => (
            <li key={key}>
              <Link href={`/incidents/${key}`}>{title === '' ? recurring.untitled : title}</Link>
              <span className={style.quiet}> {recurring.day(day)}</span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

function Found({ answer, wish }: { answer: RecurringAnswer; wish: Wish }) {
  const { recurring } = words;
  const { columns } = recurring;
  if (answer.items.length === 0)
    return (
      <Empty title={recurring.none}>
        <p>{recurring.noneAdvice}</p>
      </Empty>
    );
  const names = [columns.value[wish.kind], columns.count, columns.quarters, columns.services, columns.latest];
  return (
    <div className={style.sheet}>
      <Table columns={names} stacks className={style.table}>
        {answer.items.map((item) => (
          <Row key={item.value} item={item} wish={wish} />
        ))}
      </Table>
    </div>
  );
}

/** What several incidents have in common, how often, where and when. */
export function Screen() {
  const [wish, change] = useWish({ wishOf, paramsOf });
  const { recurring } = words;
  const answer = useOperation<RecurringAnswer>('search.recurring', inputOf(wish));
  return (
    <Frame title={recurring.title} wide actions={<ButtonLink href="/search">{recurring.search}</ButtonLink>}>
      <div className={style.screen}>
        <div className={style.filters}>
          <Switch
            label={recurring.kinds}
            options={recurring.kind}
            chosen={wish.kind}
            choose={(kind) => change({ ...wish, kind })}
          />
          {(['since', 'until'] as const).map((name) => (
            <TextField
              key={name}
              type="date"
              label={recurring[name]}
              value={wish[name] ?? ''}
              onChange={({ target }) => {
                const { [name]: _, ...rest } = wish;
                change(target.value === '' ? rest : { ...wish, [name]: target.value });
              }}
            />
          ))}
        </div>
        <Answered of={answer}>
          {(found) => (
            <>
              <p className={style.quiet}>{recurring.intro(found.incidents)}</p>
              <Found answer={found} wish={wish} />
            </>
          )}
        </Answered>
      </div>
    </Frame>
  );
}
