import { Button } from '../../../parts/button.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { words } from '../../../words/index.ts';
import { Card } from './card.tsx';
import { useComments } from './comments.ts';
import style from './list.module.css';
import { NewCard } from './new-card.tsx';
import { useInOrder } from './use-in-order.ts';

const { comments: own } = words;

/** Which threads are shown, and a way to speak of the whole document. */
export function ListHead() {
  const { filter, setFilter, begin, mayAdd } = useComments();
  return (
    <div className={style.head}>
      <div role="group" aria-label={own.filter} className={style.filter} data-comments>
        {(['open', 'settled'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className={style.choice}
            aria-pressed={filter === each}
            onClick={() => setFilter(each)}
          >
            {own.filters[each]}
          </button>
        ))}
      </div>
      {mayAdd ? (
        <Button look="quiet" aria-label={own.onWhole} title={own.onWhole} onClick={() => begin(undefined, false)}>
          {own.addWhole}
        </Button>
      ) : null}
    </div>
  );
}

/** Every thread that is looked at, in the order of the document. */
export function Cards() {
  const { shown, filter, writing, mayAdd } = useComments();
  const { thread: draft } = writing.drafts;
  const order = useInOrder(shown, draft);
  if (order.length === 0)
    return (
      <Empty title={filter === 'open' ? own.none : own.noneSettled}>
        <p>{mayAdd ? own.noneAdvice : own.readOnly}</p>
      </Empty>
    );
  return order.map((one) =>
    one === 'new' ? draft && <NewCard key="new" draft={draft} /> : <Card key={one.id} thread={one} />,
  );
}
