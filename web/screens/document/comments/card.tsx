import { useState } from 'react';
import type { Thread } from '../../../../src/operations/comment/thread.ts';
import { call } from '../../../api/call.ts';
import { refresh } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { words } from '../../../words/index.ts';
import { Box } from './box.tsx';
import style from './card.module.css';
import { Changes } from './changes.tsx';
import { useComments } from './comments.ts';
import { focusAfter } from './focus-after.ts';
import { placeWords } from './place.ts';
import { Said } from './said.tsx';
import { SettleButtons } from './settle-buttons.tsx';

const { comments: own } = words;

/** What can be done about a thread: to answer it, or to end it. */
function Foot({ thread }: { thread: Thread }) {
  const { incident, writing, mayAdd } = useComments();
  const text = writing.drafts.replies[thread.id];
  const name = thread.comments[0]?.author.name ?? '';
  const end = () => {
    const focus = focusAfter(thread.id);
    writing.setReply(thread.id, undefined);
    focus();
  };
  const send = async () => {
    await call('comment.reply', { incident, comment: thread.id, text: (text ?? '').trim() });
    await refresh('comment.list');
    end();
  };
  if (text === undefined)
    return (
      <SettleButtons thread={thread}>
        {mayAdd ? (
          <Button className={style.small} onClick={() => writing.setReply(thread.id, '')}>
            {own.reply}
          </Button>
        ) : null}
      </SettleButtons>
    );
  return (
    <Box
      incident={incident}
      label={own.replyTo(name)}
      text={text}
      send={own.reply}
      take={send}
      changed={(next) => writing.setReply(thread.id, next)}
      cancel={end}
    />
  );
}

/** Of what a thread speaks; it leads there. */
function Place({ thread: { id, place, standing, replacement } }: { thread: Thread }) {
  const { showPlace } = useComments();
  const what = placeWords(place?.path, place?.quote);
  const note = standing === 'gone' ? own.gone : standing === 'changed' ? own.changed : undefined;
  const isQuoted = place !== null && place.quote !== null;
  return (
    <>
      <button
        type="button"
        className={isQuoted ? style.quoted : style.place}
        aria-label={own.goTo(what)}
        onClick={(event) => {
          event.stopPropagation();
          showPlace(id, place?.path);
        }}
      >
        {what}
      </button>
      {note === undefined ? null : <p className={style.note}>{note}</p>}
      {replacement === null ? null : <Changes before={place?.quote?.text ?? ''} after={replacement} />}
      {replacement === '' ? <p className={style.quiet}>{own.takesOut}</p> : null}
    </>
  );
}

/** A thread. Of one that is not looked at, the beginning. */
export function Card({ thread }: { thread: Thread }) {
  const { active, activate } = useComments();
  const [all, setAll] = useState(false);
  const { id, place, comments, settled, state } = thread;
  const isActive = active === id;
  const [first, ...replies] = comments;
  const name = own.card(first?.author.name ?? '', placeWords(place?.path, place?.quote));
  const shown = isActive || all ? replies : [];
  return (
    <article
      className={style.card}
      data-card={id}
      data-active={isActive || undefined}
      tabIndex={-1}
      aria-label={name}
      onFocus={() => activate(id)}
      onClick={() => activate(id)}
    >
      <Place thread={thread} />
      {first === undefined || (first.text === '' && !first.removed && thread.replacement === null) ? null : (
        <Said comment={first} thread={thread} whole={isActive} />
      )}
      {shown.map((reply) => (
        <Said key={reply.id} comment={reply} thread={thread} whole={isActive} />
      ))}
      {shown.length === replies.length ? null : (
        <Button look="quiet" className={style.small} onClick={() => setAll(true)}>
          {own.replies(replies.length)}
        </Button>
      )}
      {settled === null || state === 'open' ? null : (
        <p className={style.quiet}>{own.settledBy(own.states[state], settled.by.name)}</p>
      )}
      {isActive ? <Foot thread={thread} /> : null}
    </article>
  );
}
