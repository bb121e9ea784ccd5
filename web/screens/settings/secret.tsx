import { Button } from '../../parts/button.tsx';
import { copyText } from '../../parts/copy.ts';
import { say, sayProblem } from '../../parts/notices.tsx';
import { words } from '../../words/index.ts';
import style from './settings.module.css';

/** A text to be copied: a token that is shown once, a command, a file. */
export const Secret = ({ text, label }: { text: string; label: string }) => (
  <div className={style.secret}>
    <code aria-label={label}>{text}</code>
    <Button
      onClick={() => {
        void copyText(text).then(() => say(words.settings.copied), sayProblem);
      }}
    >
      {words.settings.copy}
    </Button>
  </div>
);
