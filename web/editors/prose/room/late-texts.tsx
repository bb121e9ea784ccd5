import { words } from '../../../words/index.ts';
import { Button } from '../../../parts/button.tsx';
import { copyText } from '../../../parts/copy.ts';
import { say, sayProblem } from '../../../parts/notices.tsx';
import type { LateText } from '../../../live/index.ts';
import { labelOf } from './rooms.ts';
import { useRoom } from './use-room.ts';
import style from './late-texts.module.css';

const copy = (text: string) => copyText(text).then(() => say(words.prose.late.copied), sayProblem);

const Both = ({ label, text }: { label: string; text: LateText }) => (
  <div className={style.text}>
    <h3>{label}</h3>
    <dl className={style.both}>
      <div>
        <dt>{words.prose.late.yours}</dt>
        <dd>{text.yours}</dd>
      </div>
      <div>
        <dt>{words.prose.late.theirs}</dt>
        <dd>{text.theirs === '' ? words.prose.late.nothing : text.theirs}</dd>
      </div>
    </dl>
    <Button onClick={() => void copy(text.yours)}>{words.prose.late.copy(label)}</Button>
  </div>
);

/** Text that was written here and that the server did not take: offered until the person has decided. Nothing otherwise. */
export function LateTexts({ incident }: { incident: string }) {
  const { room, late, reason, state } = useRoom(incident);
  if (room === undefined || late.length === 0) return null;
  const why = (reason === undefined ? undefined : words.prose.late.because[reason]) ?? words.prose.late.becauseUnknown;
  // This goes away with what is decided: the focus goes on to the document.
  const decided = () => document.getElementById('content')?.focus();
  const enter = () => {
    if (!room.enterLate()) return say(words.prose.late.notNow);
    decided();
  };
  const drop = async () => {
    await room.dropLate();
    decided();
  };
  return (
    <section className={style.panel} aria-label={words.prose.late.title} role="alert">
      <h2>{words.prose.late.title}</h2>
      <p>{why}</p>
      {late.map((text) => (
        <Both key={text.path} label={labelOf(incident, text.path)} text={text} />
      ))}
      <div className={style.foot}>
        {state === 'refused' ? null : <Button onClick={enter}>{words.prose.late.enter}</Button>}
        <Button look="danger" onClick={() => void drop()}>
          {words.prose.late.drop}
        </Button>
      </div>
    </section>
  );
}
