import type { QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FeedEvent } from '../../src/http/feed/event-text.ts';
import { openFeed } from './feed-source.ts';
import { queries } from './queries.ts';
import { start } from './start.ts';

type Listener = (event: FeedEvent) => void;
const listeners = new Set<Listener>();

/** Calls `listener` for each change until the function given back is called. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Runs `work` soon, and at most so often while it is asked for without end. */
function atMostEvery(pauseMs: number, work: () => void, soonMs = 150): () => void {
  let wait: ReturnType<typeof setTimeout> | undefined;
  let ranAtMs = -Infinity;
  const run = () => {
    wait = undefined;
    ranAtMs = performance.now();
    work();
  };
  return () => {
    wait ??= setTimeout(run, Math.max(soonMs, ranAtMs + pauseMs - performance.now()));
  };
}

const readAgain = (names: readonly string[]): void =>
  void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => names.includes(String(name)) });

/** What is read over many incidents, and how often at most while changes come without end. */
const lists = [
  atMostEvery(1000, () => readAgain(['incident.list', 'action.list', 'search.find'])),
  atMostEvery(10_000, () => readAgain(['home.show', 'home.trend'])),
];

/** What other systems send may come in a storm: what shows it is read again at leisure. */
const sent = /^(?:delivery|signal)\./;
const afterSent = atMostEvery(2000, () => readAgain(['signal.list', 'hook.list', 'delivery.list', 'delivery.show']));

/** What is read again when it is asked for only: nothing moves under who reads the log. */
const isStill = ([name]: QueryKey): boolean => name === 'ledger.list';

/** Incidents are named by id in the feed and by key in addresses, so both are looked for in what was read. */
function isAbout(answer: unknown, input: unknown, incident: string): boolean {
  const id = (answer as { id?: unknown } | undefined)?.id;
  const named = (input as { incident?: unknown } | undefined)?.incident;
  return id === incident || named === incident || (named !== undefined && id === undefined);
}

const changed = new Set<string>();
/** At once, and a few times a second while changes come in a row: each reading would only break off the one before it. */
const readChanged = atMostEvery(
  250,
  () => {
    const incidents = [...changed];
    changed.clear();
    void queries.invalidateQueries({
      predicate: ({ queryKey, state }) =>
        !isStill(queryKey) && incidents.some((incident) => isAbout(state.data, queryKey[1], incident)),
    });
  },
  0,
);

function readIncident(incident: string): void {
  changed.add(incident);
  readChanged();
}

/** Prose comes live by its room; what hangs on it, such as findings, may follow at leisure while people type. */
const proseEveryMs = 5000;
const afterProse = new Map<string, () => void>();

function takeProse(incident: string): void {
  let later = afterProse.get(incident);
  if (later === undefined) afterProse.set(incident, (later = atMostEvery(proseEveryMs, () => readIncident(incident))));
  later();
}

/** What people say about a record, and what is proposed for it, changes nothing in it. */
const talk = /^comment\.(?!apply$|reopen$|import$)|^proposal\.(?!accept$)/;
const talks = new Set<unknown>(['comment.list', 'proposal.list']);
const readTalk = (incident: string): void =>
  void queries.invalidateQueries({
    predicate: ({ queryKey: [name, input] }) =>
      talks.has(name) && (input as { incident?: unknown }).incident === incident,
  });

function takeOf(incident: string, operation: string): void {
  if (operation === 'prose.write') takeProse(incident);
  else if (talk.test(operation)) readTalk(incident);
  else readIncident(incident);
}

function take(event: FeedEvent): void {
  const { incident, operation } = event;
  const isSent = sent.test(operation);
  if (isSent) afterSent();
  if (incident !== null) takeOf(incident, operation);
  else if (!isSent)
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => !isStill(queryKey) && !('incident' in Object(queryKey[1])),
    });
  for (const list of lists) list();
  for (const listener of listeners) listener(event);
}

/** Follows the feed of changes as long as the app is shown; after a gap everything is read again. */
export function useFeed(): void {
  useEffect(
    () =>
      openFeed(start.seen, {
        change: (text) => take(JSON.parse(text) as FeedEvent),
        gap: () => void queries.invalidateQueries(),
      }),
    [],
  );
}
