import { lazy, Suspense, useState } from 'react';
import type { Comment, Thread } from '../../../../src/operations/comment/thread.ts';
import { call } from '../../../api/call.ts';
import type { Problem } from '../../../api/problem.ts';
import { refresh } from '../../../api/queries.ts';
import { ownActor } from '../../../api/actor.ts';
import { start } from '../../../api/start.ts';
import { Formatted } from '../../../editors/prose/index.ts';
import { Button } from '../../../parts/button.tsx';
import { Chip } from '../../../parts/chip.tsx';
import { words } from '../../../words/index.ts';
import { Box } from './box.tsx';
import style from './card.module.css';
import { useComments } from './comments.ts';
import { focusAfter } from './focus-after.ts';

// Comes when somebody removes a comment.
const ReasonDialog = lazy(async () => ({ default: (await import('../../../parts/reason-dialog.tsx')).ReasonDialog }));

const { comments: own } = words;
const isOwn = ({ author }: Comment): boolean => author.id === ownActor;
const mayRemoveAny = (): boolean => start.me.role === 'admin' || start.me.role === 'owner';

/** Names of people who are named stand out; signs in a name stay signs. */
const emphasised = ({ text, mentions }: Comment): string =>
  mentions.reduce(
    (whole, { name }) => whole.replaceAll(`@${name}`, `**@${name.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')}**`),
    text,
  );

function Removal({ comment, thread, close }: { comment: Comment; thread: Thread; close: () => void }) {
  const { incident } = useComments();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      await call('comment.remove', { incident, comment: comment.id });
      const focus = focusAfter(thread.id);
      await refresh('comment.list');
      close();
      focus();
    } catch (error) {
      setProblem(error as Problem);
      setBusy(false);
    }
  };
  return (
    <Suspense fallback={null}>
      <ReasonDialog
        name={own.remove}
        text={own.removeText}
        danger
        {...{ busy, problem, close }}
        take={() => void take()}
      />
    </Suspense>
  );
}

/** One comment or reply: who said it, when, what; its author changes or removes it. */
export function Said({ comment, thread, whole }: { comment: Comment; thread: Thread; whole: boolean }) {
  const { incident, writing, mayAdd } = useComments();
  const [removing, setRemoving] = useState(false);
  const { id, author, at, text, editedAt, removed } = comment;
  const editing = writing.drafts.edits[id];
  if (removed) return <p className={style.quiet}>{own.removed}</p>;
  const end = () => {
    const focus = focusAfter(thread.id);
    writing.setEdit(id, undefined);
    focus();
  };
  const save = async () => {
    await call('comment.edit', { incident, comment: id, text: (editing ?? text).trim() });
    await refresh('comment.list');
    end();
  };
  const mayEdit = mayAdd && whole && isOwn(comment);
  const mayRemove = mayAdd && whole && (isOwn(comment) || mayRemoveAny());
  return (
    <div className={style.said}>
      <p className={style.who}>
        <strong>{author.name}</strong>
        {author.kind === 'agent' ? <Chip>{own.agent}</Chip> : null}
        <span className={style.when}>
          <time dateTime={at} title={own.moment(at)}>
            {own.when(at)}
          </time>
          {editedAt === null ? null : ` · ${own.edited}`}
        </span>
        {editing === undefined && (mayRemove || mayEdit) ? (
          <span className={style.own}>
            {mayEdit ? (
              <Button
                look="quiet"
                className={style.icon}
                aria-label={own.edit}
                title={own.edit}
                onClick={() => writing.setEdit(id, text)}
              >
                ✎
              </Button>
            ) : null}
            {mayRemove ? (
              <Button
                look="quiet"
                className={style.icon}
                aria-label={own.remove}
                title={own.remove}
                onClick={() => setRemoving(true)}
              >
                ✕
              </Button>
            ) : null}
          </span>
        ) : null}
      </p>
      {editing === undefined ? (
        <div className={whole ? style.text : style.clipped}>
          <Formatted source={emphasised(comment)} incident={incident} />
        </div>
      ) : (
        <Box
          incident={incident}
          label={own.editOf}
          text={editing}
          send={own.save}
          ready={editing.trim() !== '' || (id === thread.id && thread.replacement !== null)}
          take={save}
          changed={(next) => writing.setEdit(id, next)}
          cancel={end}
        />
      )}
      {removing ? <Removal comment={comment} thread={thread} close={() => setRemoving(false)} /> : null}
    </div>
  );
}
