/** What a notification says of its monitor. `again`: nothing changed, Datadog only reminds. */
export type Transition = 'triggered' | 'warned' | 'no data' | 'recovered' | 'again';

const transitions: ReadonlyMap<string, Transition> = new Map([
  ['triggered', 'triggered'],
  ['warn', 'warned'],
  ['no data', 'no data'],
  ['recovered', 'recovered'],
  ['re-triggered', 'again'],
  ['re-warn', 'again'],
  ['re-no data', 'again'],
  ['renotify', 'again'],
]);

/** `[Triggered on {host:web-1}] Disk is full`, with the priority or `[TEST]` before or after it. */
const prefix =
  /^((?:\[(?:TEST|P[1-5])\]\s*|P[1-5]\s+)*)\[([A-Za-z -]{4,12}?)(?: on \{([^}]{0,2000})\})?\]\s*(\[TEST\]\s*)?/;

/** The transition of `$ALERT_TRANSITION`; undefined when it is none of the documented ones. */
export const transitionOf = (text: string) => transitions.get(text.trim().toLowerCase());

/** What a reminder says has not changed: `alerts` of Re-Triggered and of Renotify, which says no more. */
export const reminderOf = (word: string) =>
  new Map([
    ['re-no data', 'has no data'],
    ['re-warn', 'warns'],
  ]).get(word.trim().toLowerCase()) ?? 'alerts';

/** What the beginning of a title says, and the title without it. */
export function readTitle(title: string): {
  name: string;
  transition?: Transition;
  word?: string;
  scope?: string;
  priority?: string;
  isTest: boolean;
} {
  const [all = '', before = '', word, scope, after = ''] = prefix.exec(title) ?? [];
  const transition = word === undefined ? undefined : transitionOf(word);
  if (transition === undefined || word === undefined) return { name: title, isTest: title.includes('[TEST]') };
  const name = title.slice(all.length).trim() || title;
  const isTest = before.includes('[TEST]') || after !== '';
  const priority = /P[1-5]/.exec(before)?.[0];
  return { name, transition, word, isTest, ...(scope ? { scope } : {}), ...(priority ? { priority } : {}) };
}
