import { type Wording, hedges, wordings } from './wording.ts';

/** What a message's wording says about the incident; undefined when nothing. `sure` is false for a question or a plan. */
export type Classified = { wording: Wording; sure: boolean; rank: number };

/** Classifies a message by its furthest stage; a sentence that states it comes before one that only asks or plans. */
export function classify(text: string): Classified | undefined {
  let best: Classified | undefined;
  for (const sentence of sentences(text)) {
    const rank = wordings.findIndex(({ pattern }) => pattern.test(sentence));
    const wording = wordings[rank];
    const sure = wording?.asked === true || (!sentence.endsWith('?') && !hedges.test(sentence));
    if (wording && (!best || (sure && !best.sure) || (sure === best.sure && rank < best.rank)))
      best = { wording, sure, rank };
  }
  return best;
}

function sentences(text: string): string[] {
  const lower = text.slice(0, 4000).toLowerCase().replaceAll('’', "'");
  return lower.split(/(?<=[.!?;])\s|\n/).map((part) => part.trim());
}
