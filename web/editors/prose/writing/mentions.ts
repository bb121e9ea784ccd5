import {
  autocompletion,
  type Completion,
  type CompletionContext,
  completionKeymap,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete';
import { Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { Shown } from '../../../../src/operations/incident/show.ts';
import { call } from '../../../api/call.ts';
import { words } from '../../../words/index.ts';

const { mention } = words.prose;
const mostShown = 8;

type People = { items: { id: string; name: string; disabledAt?: string | null }[] };
type Incidents = { items: { id: string; key: string; title: string | null }[] };

const has = (text: string, wanted: string): boolean =>
  wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));

const peopleOf = async (wanted: string): Promise<Completion[]> => {
  const { items } = await call<People>('people.list');
  return items
    .filter(({ name, disabledAt }) => (disabledAt ?? null) === null && has(name, wanted))
    .slice(0, mostShown)
    .map(({ name }) => ({ label: `@${name}`, apply: `@${name} `, section: { name: mention.people, rank: 1 } }));
};

const inLink = (text: string): string => text.replace(/[[\]\\\s]+/g, ' ').trim();

const incidentsOf = async (wanted: string, own: string): Promise<Completion[]> => {
  const { items } = await call<Incidents>('incident.list', { title: wanted, limit: mostShown + 1 });
  return items
    .filter(({ id, key }) => id !== own && key !== own)
    .slice(0, mostShown)
    .map(({ key, title }) => ({
      label: `#${key}`,
      detail: title ?? '',
      // The whole address, so that the link leads here from wherever the text is read.
      apply: `[${inLink([key, title].filter(Boolean).join(' '))}](${location.origin}/incidents/${key}) `,
      section: { name: mention.incidents, rank: 2 },
    }));
};

const clock = /T(\d{2}:\d{2})/;

const eventsOf = async (incident: string, wanted: string): Promise<Completion[]> => {
  const { record } = await call<Shown>('incident.show', { incident });
  return (record.timeline ?? [])
    .map(({ at, written, text = '' }) => ({ time: clock.exec(at ?? '')?.[1] ?? written ?? '', text }))
    .filter(({ time, text }) => has(`${time} ${text}`, wanted))
    .slice(0, mostShown)
    .map(({ time, text }) => ({
      label: `#${time}`,
      detail: text.slice(0, 80),
      apply: `${time} (${text.replace(/\s+/g, ' ').slice(0, 80)}) `,
      section: { name: mention.events, rank: 1 },
    }));
};

/** What is being mentioned: a sign at the start of a word, and some words after it. */
const named = /(?:^|[\s([{>*_])([@#][\p{L}\p{N}:.'’-]{0,30}(?: [\p{L}\p{N}:.'’-]{1,30}){0,3})$/u;

/** Answers come as somebody stops typing for a moment, not for each key. */
const pause = (context: CompletionContext): Promise<boolean> =>
  new Promise((resolve) => setTimeout(() => resolve(!context.aborted), 120));

/**
 * Nothing to choose from. A source that answers null while somebody typed on is not asked again (autocomplete 6.20.4, `accept`): the list
 * would not come before the next key. One that answers with an empty list is.
 */
const nothing = ({ state, view }: CompletionContext, from: number): CompletionResult | null =>
  view === undefined || view.state.doc === state.doc ? null : { from, options: [], filter: false };

const source =
  (incident: string): CompletionSource =>
  async (context): Promise<CompletionResult | null> => {
    const { from, text } = context.state.doc.lineAt(context.pos);
    const found = named.exec(text.slice(0, context.pos - from).slice(-130))?.[1];
    if (found === undefined || !(await pause(context))) return null;
    const wanted = found.slice(1).trim();
    const start = context.pos - found.length;
    // A heading begins with the same sign.
    if (found.startsWith('#') && wanted === '' && text.slice(0, context.pos - from).trim() === '#' && !context.explicit)
      return nothing(context, start);
    const lists = found.startsWith('@')
      ? [peopleOf(wanted)]
      : [eventsOf(incident, wanted), incidentsOf(wanted.replace(/^INC-/i, ''), incident)];
    const settled = await Promise.allSettled(lists);
    const options = settled.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    return options.length === 0 ? nothing(context, start) : { from: start, options, filter: false };
  };

/** Escape is the editor's: it means the list only while that is shown, not while it is asked for. */
const keys = Prec.highest(keymap.of(completionKeymap.filter(({ key }) => key !== 'Escape')));

/** `@` names people, `#` incidents and events of the timeline. What is put in is plain Markdown that says the same everywhere. */
export const mentions = (incident: string) => [
  autocompletion({
    override: [source(incident)],
    icons: false,
    activateOnTyping: true,
    selectOnOpen: true,
    defaultKeymap: false,
  }),
  keys,
];
