import type { Held } from '../../search/held.ts';
import { recurring } from '../../search/recurring.ts';
import { type MayShow, openPlaces } from '../../search/open-places.ts';
import { type Result, search, type Wish } from '../../search/search.ts';
import { similar, type Similar } from '../../search/similar.ts';
import type { Terms } from '../../search/terms.ts';
import { searchedIncident, type SearchRow } from './searched-incident.ts';

/** What can be asked of the index of a process, and what it answers. */
export type Questions = {
  search: { asked: Wish; answer: Result };
  similar: { asked: MayShow & { to: SearchRow; most: number }; answer: Similar[] };
  recurring: {
    asked: MayShow & { facet: string; most: number };
    /** How many incidents were looked at, and what several of them have, as JSON: a thousand objects take longer to be handed over. */
    answer: { incidents: number; items: string };
  };
};

/** How each kind of question is answered. */
const answers: {
  [Name in keyof Questions]: (held: Held, terms: Terms, asked: Questions[Name]['asked']) => Questions[Name]['answer'];
} = {
  search: (held, terms, wish) => search(held, wish, terms.instead),
  similar: (held, terms, { to, most, ...open }) =>
    similar(held, searchedIncident(to, terms), openPlaces(held, open).open, most),
  recurring: (held, _terms, { facet, most, ...given }) => {
    const ready = openPlaces(held, given);
    const all = held.count() - held.dead() - ready.hidden.length;
    const incidents = ready.ofDays ? ready.open.reduce((sum, one) => sum + one, 0) : all;
    return { incidents, items: JSON.stringify(recurring(held, facet, { ...given, ...ready }, most)) };
  },
};

/** Answers a question from what is held. */
export const answerOf = <Name extends keyof Questions>(
  held: Held,
  terms: Terms,
  { name, asked }: { name: Name; asked: Questions[Name]['asked'] },
): Questions[Name]['answer'] => answers[name](held, terms, asked);
