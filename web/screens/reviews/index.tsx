import type { ReviewItem } from '../../../src/operations/review/list.ts';
import { usePages } from '../../api/pages.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { SoFar } from '../../parts/so-far.tsx';
import { Switch } from '../../parts/switch.tsx';
import { useWish } from '../../parts/use-wish.ts';
import { words } from '../../words/reviewing.ts';
import style from './reviews.module.css';
import { Row } from './row.tsx';

type Wish = { state: 'open' | 'late' | 'held' };

const wishOf = (params: URLSearchParams): Wish => {
  const state = params.get('state');
  return { state: state === 'late' || state === 'held' ? state : 'open' };
};
const paramsOf = ({ state }: Wish) => new URLSearchParams(state === 'open' ? {} : { state });

/** Reviews of all incidents: the next due first, those that are late, or what was held. */
export function Screen() {
  const { reviews } = words;
  const [{ state }, change] = useWish({ wishOf, paramsOf });
  const { items, problem, retry, ...pages } = usePages<ReviewItem>('review.list', { state, limit: 50 }, 'cursor');
  return (
    <Frame
      title={reviews.title}
      actions={
        <Switch
          label={reviews.statesLabel}
          options={reviews.states}
          chosen={state}
          choose={(next) => change({ state: next })}
        />
      }
    >
      <p className={style.quiet}>{reviews.intro}</p>
      {items === undefined ? (
        problem === null ? (
          <Loading lines={10} />
        ) : (
          <ProblemPanel problem={problem} retry={retry} />
        )
      ) : items.length === 0 ? (
        <Empty title={reviews.none[state]}>
          <p>{reviews.noneAdvice[state]}</p>
        </Empty>
      ) : (
        <>
          <ul className={style.list} aria-label={reviews.list}>
            {items.map((item) => (
              <Row key={`${item.incident.key} ${item.rung}`} item={item} />
            ))}
          </ul>
          <SoFar {...pages}>{reviews.shown(items.length, pages.more)}</SoFar>
        </>
      )}
    </Frame>
  );
}
