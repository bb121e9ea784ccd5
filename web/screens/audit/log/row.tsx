import { useId, useState } from 'react';
import { Moment } from '../../../parts/moment.tsx';
import { didText } from '../../../parts/did-text.ts';
import { words } from '../../../words/index.ts';
import { ProveButton } from '../prove-button.tsx';
import type { LogEntry } from './entry.ts';
import style from './log.module.css';
import { nameOf } from './names.ts';
import { Payload } from './payload.tsx';

const own = words.audit.log;

type People = { actor: string; name: string }[];

/** A subject with its long ids cut, and none that is nothing but an id; the whole one stands below. */
const shortened = (subject = ''): string =>
  subject.startsWith('session/') ? '' : subject.replace(/\/([\w-]{8})[\w-]{10,}/g, '/$1…');

function Told({ entry: { actor, operation, at, subject }, people }: { entry: LogEntry; people: People }) {
  if (actor === undefined || operation === undefined) return <span className={style.quiet}>{own.hidden}</span>;
  return (
    <>
      <span className={style.told}>
        <strong>{nameOf(actor, people)}</strong> {didText(operation)}{' '}
        <span className={style.quiet}>{shortened(subject)}</span>
      </span>
      {at === undefined ? null : (
        <span className={style.at}>
          <Moment at={at} />
        </span>
      )}
    </>
  );
}

/** One entry: a sentence, and unfolded what was put in, its hash, and the proof. */
export function Row({ entry, people }: { entry: LogEntry; people: People }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li className={style.entry}>
      <button
        type="button"
        className={style.line}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={style.seq}>
          <span aria-hidden="true" className={style.fold}>
            {open ? '▾' : '▸'}
          </span>{' '}
          {entry.seq}
        </span>
        <Told entry={entry} people={people} />
      </button>
      <div id={id} hidden={!open} className={style.detail}>
        {open ? (
          <>
            <Payload entry={entry} />
            <ProveButton entry={entry} label={own.open(entry.seq)} />
          </>
        ) : null}
      </div>
    </li>
  );
}
