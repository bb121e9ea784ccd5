import { useCallback, useMemo, useRef, useState } from 'react';
import { type Drafts, keepDrafts, type NewComment, readDrafts, withText } from './drafts.ts';

/** What this person has begun to say on a document, kept with each letter. */
export function useDrafts(incident: string) {
  const [drafts, setDrafts] = useState(() => readDrafts(incident));
  const latest = useRef(drafts);
  const change = useCallback(
    (next: (before: Drafts) => Drafts) => {
      latest.current = next(latest.current);
      keepDrafts(incident, latest.current);
      setDrafts(latest.current);
    },
    [incident],
  );
  return useMemo(
    () => ({
      drafts,
      setThread: (thread: NewComment | undefined) =>
        change(({ replies, edits }) => ({ replies, edits, ...(thread === undefined ? {} : { thread }) })),
      setReply: (id: string, text: string | undefined) =>
        change((before) => ({ ...before, replies: withText(before.replies, id, text) })),
      setEdit: (id: string, text: string | undefined) =>
        change((before) => ({ ...before, edits: withText(before.edits, id, text) })),
    }),
    [drafts, change],
  );
}
