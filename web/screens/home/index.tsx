import type { Home } from '../../../src/operations/home/show.ts';
import { useOperation } from '../../api/queries.ts';
import { start } from '../../api/start.ts';
import { Answered } from '../../parts/answered.tsx';
import { BeginLinks } from '../../parts/begin-links.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { words } from '../../words/index.ts';
import { ActionsPanel } from './actions.tsx';
import { ClocksPanel } from './clocks.tsx';
import { FirstStep } from './first-step.tsx';
import style from './home.module.css';
import { SignalsLine } from './signals-line.tsx';
import { TrendPanel } from './trend.tsx';
import { useNow } from '../../parts/use-now.ts';
import { WaitingPanel } from './waiting.tsx';

function Cards({ waiting, clocks, actions, looked, incidents }: Home) {
  const now = useNow();
  const signals = start.me.may.includes('signal.see') ? <SignalsLine /> : null;
  if (incidents === 'none')
    return (
      <>
        {signals}
        <FirstStep />
      </>
    );
  return (
    <>
      {signals}
      {incidents === 'one' ? <FirstStep /> : null}
      <div className={style.cards}>
        <div className={style.column}>
          <WaitingPanel waiting={waiting} now={now} />
          <ActionsPanel actions={actions} now={now} />
        </div>
        <div className={style.column}>
          <ClocksPanel clocks={clocks} now={now} />
          <TrendPanel />
        </div>
      </div>
      {looked.more ? <p className={style.quiet}>{words.home.looked(looked.most)}</p> : null}
    </>
  );
}

/** What waits for the person who is signed in. */
export function Screen() {
  const home = useOperation<Home>('home.show');
  return (
    <Frame title={words.home.title} wide actions={<BeginLinks />}>
      <Answered of={home}>{(answer) => <Cards {...answer} />}</Answered>
    </Frame>
  );
}
