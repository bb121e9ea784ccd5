import { ButtonLink } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/index.ts';
import style from './home.module.css';

/** What to do while there is nothing yet, or only the example. */
export const FirstStep = () => (
  <Panel title={words.home.first}>
    <p className={style.first}>{words.home.firstText}</p>
    <div className={style.buttons}>
      <ButtonLink look="main" href="/new">
        {words.home.firstNew}
      </ButtonLink>
      <ButtonLink href="/import">{words.home.firstImport}</ButtonLink>
    </div>
    <p className={style.quiet}>{words.home.firstKeys}</p>
  </Panel>
);
