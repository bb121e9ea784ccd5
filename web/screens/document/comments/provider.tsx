import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Thread } from '../../../../src/operations/comment/thread.ts';
import { useOperation } from '../../../api/queries.ts';
import { start } from '../../../api/start.ts';
import { type Quoted, QuotesProvider } from '../../../editors/prose/index.ts';
import { useLit } from '../lit.ts';
import { bringIntoView } from '../bring-into-view.ts';
import { useDocument } from '../shown.ts';
import { type Comments, CommentsContext } from './comments.ts';
import type { NewComment } from './drafts.ts';
import { markName } from './mark-name.ts';
import { type Chosen, elementFor, numberedPath } from './place.ts';
import { isWide } from './use-wide.ts';
import { useDrafts } from './use-drafts.ts';

const none: readonly Thread[] = [];

/** Words that are spoken of, by the path of their text. */
function quotesOf(shown: readonly Thread[], draft: NewComment | undefined, active: string | undefined) {
  const at = new Map<string, Quoted[]>();
  const add = (path: string, quoted: Quoted) => at.set(path, [...(at.get(path) ?? []), quoted]);
  for (const { id, place, replacement } of shown)
    if (place?.quote)
      add(place.path, { id, quote: place.quote, active: active === id, suggests: replacement !== null });
  if (draft?.path !== undefined && draft.quote !== undefined)
    add(draft.path, {
      id: 'new',
      quote: draft.quote,
      active: active === 'new',
      suggests: draft.replacement !== undefined,
    });
  return at;
}

const threadInAddress = (): string | undefined => /^#comment-([\w-]+)$/.exec(location.hash)?.[1];

/** Gives the document its comments. */
export function CommentsProvider({ children }: { children: ReactNode }) {
  const { id: incident, versions, status } = useDocument().shown;
  const threads = useOperation<{ items: Thread[] }>('comment.list', { incident }).data?.items ?? none;
  const writing = useDrafts(incident);
  const { thread: draft } = writing.drafts;
  const [filter, setFilter] = useState<'open' | 'settled'>('open');
  const [isOpen, setOpen] = useState(draft !== undefined);
  const [active, setActive] = useState<string | undefined>(draft === undefined ? undefined : 'new');
  const { show: light } = useLit();
  const shown = useMemo(
    () => threads.filter(({ state }) => (state === 'open') === (filter === 'open')),
    [threads, filter],
  );
  const latest = useRef({ threads, versions, active });
  latest.current = { threads, versions, active };

  const activate = useCallback(
    (id: string | undefined) => {
      const { threads: all, versions: kept, active: before } = latest.current;
      if (id === before) return;
      setActive(id);
      const thread = all.find((one) => one.id === id);
      if (thread !== undefined) setFilter(thread.state === 'open' ? 'open' : 'settled');
      const path = thread?.place?.path;
      if (path !== undefined && thread?.place?.quote === null)
        light({ by: `comment:${id}`, paths: new Set([numberedPath(path, kept)]) });
      else if (before !== undefined) light(undefined);
    },
    [light],
  );
  const showCard = useCallback(
    (id: string) => {
      setOpen(true);
      activate(id);
      const gone = new AbortController();
      // Who goes on meanwhile is not brought back.
      document.addEventListener('focusin', () => gone.abort(), { signal: gone.signal });
      const focus = () => {
        if (gone.signal.aborted) return;
        gone.abort();
        document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
      };
      // The card is drawn first.
      requestAnimationFrame(() => requestAnimationFrame(focus));
    },
    [activate],
  );
  const showPlace = useCallback(
    (id: string, path: string | undefined) => {
      activate(id);
      if (!isWide()) setOpen(false);
      const found = elementFor(id, path, latest.current.versions);
      if (found) bringIntoView(found);
    },
    [activate],
  );
  const { setThread } = writing;
  const begin = useCallback(
    (place: Chosen | undefined, suggest: boolean) => {
      const replacement = suggest ? { replacement: place?.quote?.text ?? '' } : {};
      setThread({ ...place, text: '', ...replacement });
      setFilter('open');
      setOpen(true);
      activate('new');
    },
    [activate, setThread],
  );

  const asked = useRef(threadInAddress());
  useEffect(() => {
    const id = asked.current;
    if (id === undefined || !threads.some((thread) => thread.id === id)) return;
    asked.current = undefined;
    showPlace(id, threads.find((thread) => thread.id === id)?.place?.path);
    showCard(id);
  }, [threads, showCard, showPlace]);

  const quotes = useMemo(
    () => ({
      at: quotesOf(shown, draft, active),
      show: showCard,
      name: (ids: readonly string[]) => markName(shown, ids),
    }),
    [shown, draft, active, showCard],
  );
  const openCount = threads.filter(({ state }) => state === 'open').length;
  const mayAdd = start.me.may.includes('comment.add') && status !== 'archived';
  const whole = useMemo<Comments>(
    () => ({
      incident,
      shown,
      openCount,
      filter,
      setFilter,
      isOpen,
      setOpen,
      active,
      activate,
      showCard,
      showPlace,
      begin,
      writing,
      mayAdd,
    }),
    [incident, shown, openCount, filter, isOpen, active, activate, showCard, showPlace, begin, writing, mayAdd],
  );
  return (
    <CommentsContext value={whole}>
      <QuotesProvider value={quotes}>{children}</QuotesProvider>
    </CommentsContext>
  );
}
