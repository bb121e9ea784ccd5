import { call } from '../../../api/call.ts';
import { refresh } from '../../../api/queries.ts';
import { TextArea } from '../../../parts/field.tsx';
import { words } from '../../../words/index.ts';
import { Box, leave } from './box.tsx';
import style from './card.module.css';
import { inputOf, useComments } from './comments.ts';
import { focusAfter } from './focus-after.ts';
import type { NewComment } from './drafts.ts';
import { placeWords } from './place.ts';
import { Changes } from './changes.tsx';

/** The thread that is being written. */
export function NewCard({ draft }: { draft: NewComment }) {
  const { incident, active, activate, showCard, writing } = useComments();
  const { path, quote, text, replacement } = draft;
  const { comments } = words;
  const what = placeWords(path, quote);
  const end = () => {
    const focus = focusAfter('new');
    writing.setThread(undefined);
    activate(undefined);
    focus();
  };
  const send = async () => {
    const { id } = await call<{ id: string }>('comment.add', inputOf(incident, { ...draft, text: text.trim() }));
    await refresh('comment.list');
    writing.setThread(undefined);
    showCard(id);
  };
  const suggests = replacement !== undefined;
  const differs = suggests && replacement !== quote?.text;
  return (
    <section
      className={style.card}
      data-card="new"
      data-active={active === 'new' || undefined}
      tabIndex={-1}
      aria-label={comments.newComment(what)}
      onFocus={() => activate('new')}
    >
      {quote === undefined ? <p className={style.place}>{what}</p> : null}
      {quote !== undefined && !suggests ? <blockquote className={style.quote}>{what}</blockquote> : null}
      {suggests && differs ? <Changes before={quote?.text ?? ''} after={replacement} /> : null}
      <Box
        incident={incident}
        label={comments.newComment(what)}
        hint={suggests ? comments.suggestionHint : comments.hint}
        text={text}
        focus={!suggests}
        send={suggests ? comments.suggest : comments.comment}
        ready={suggests ? differs : text.trim() !== ''}
        take={send}
        changed={(next) => writing.setThread({ ...draft, text: next })}
        cancel={end}
      >
        {suggests ? (
          <TextArea
            label={comments.newSuggestion}
            autoFocus
            value={replacement}
            maxLength={20_000}
            onChange={({ target }) => writing.setThread({ ...draft, replacement: target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') leave(event.currentTarget, differs || text !== '', end);
              else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && differs) void send();
            }}
          />
        ) : null}
      </Box>
    </section>
  );
}
