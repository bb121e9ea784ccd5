import { Button, ButtonLink } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { words } from '../../words/incoming.ts';
import style from './signals.module.css';

type Props = { state: 'waiting' | 'ignored'; isNarrowed: boolean; showAll: () => void; isAdmin: boolean };

/** What stands where no signal is: why, and where they come from. */
export function Nothing({ state, isNarrowed, showAll, isAdmin }: Props) {
  const { signals } = words;
  if (isNarrowed)
    return (
      <Empty title={signals.noMatch}>
        <Button onClick={showAll}>{signals.allOfThem}</Button>
      </Empty>
    );
  if (state === 'ignored')
    return (
      <Empty title={signals.noneIgnored}>
        <p>{signals.noneIgnoredAdvice}</p>
      </Empty>
    );
  return (
    <Empty title={signals.none}>
      <p>{signals.noneAdvice}</p>
      {isAdmin ? (
        <p className={style.ways}>
          <ButtonLink look="main" href="/settings/hooks">
            {signals.toHooks}
          </ButtonLink>
          <ButtonLink href="/settings/rules">{signals.toRules}</ButtonLink>
        </p>
      ) : (
        <p>{signals.asksAdmin}</p>
      )}
    </Empty>
  );
}
