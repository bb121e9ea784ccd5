/** An event as a model sees it: `E3`, when, what, and how it is cited in a document. */
export type Citable = { id: string; text: string; cite: string };

/** What is left of a model's text, and what was dropped of it with the reason. */
export type Cited = { text: string; dropped: { sentence: string; why: 'no event' | 'unknown event' | 'number' }[] };

const citation = /\s*\[((?:E\d+)(?:\s*[,;]\s*E\d+)*)\]/g;
const boundary = /(?<=[.!?](?:\s*\[E[\d,;\sE]*\])?)\s+(?=[\p{Lu}\p{N}“"'(*])/u;
const number = /\d+(?:[.,:]\d+)*/g;

/** Thousands may be set apart or not. */
const numbersIn = (text: string): string[] => text.replaceAll(',', '').match(number) ?? [];

/** Whether each number of a sentence stands in the events it cites, for a model computes nothing; `14:07` stands in `14:07:10`. */
function isTold(sentence: string, events: readonly Citable[]): boolean {
  const known = events.flatMap(({ text, cite }) => numbersIn(`${text} ${cite}`));
  return numbersIn(sentence).every((one) => known.some((each) => each === one || each.startsWith(`${one}:`)));
}

/**
 * Keeps the sentences that cite events there are, and turns their ids into citations of the document. A sentence without an event, with
 * one that is not there, or with a number that its events do not say, is dropped and told. Pure.
 */
export function citedSentences(answer: string, events: readonly Citable[]): Cited {
  const byId = new Map(events.map((event) => [event.id, event]));
  const dropped: Cited['dropped'] = [];
  const paragraphs = answer.split(/\n{2,}/).map((paragraph) => {
    const kept: string[] = [];
    for (const part of paragraph.replaceAll(/\s+/g, ' ').trim().split(boundary)) {
      const ids = [...part.matchAll(citation)].flatMap(([, list = '']) => list.split(/\s*[,;]\s*/));
      const sentence = part.replaceAll(citation, '').trim();
      if (sentence === '') continue;
      const cited = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
      if (ids.length === 0) dropped.push({ sentence, why: 'no event' });
      else if (cited.length < new Set(ids).size) dropped.push({ sentence, why: 'unknown event' });
      else if (!isTold(sentence, cited)) dropped.push({ sentence, why: 'number' });
      else kept.push(`${sentence.replace(/[.!?]+$/, '')} ${cited.map(({ cite }) => cite).join(' ')}.`);
    }
    return kept.join(' ');
  });
  return { text: paragraphs.filter((text) => text !== '').join('\n\n'), dropped };
}
