import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A post-mortem as it is searched. */
export type Text = {
  title: string;
  summary: string;
  cause: string;
  body: string;
  service: string;
  severity: string;
  day: string;
};

const corpus = path.join(import.meta.dirname, '../../shared/corpus/A');
const own = path.join(import.meta.dirname, '../docs');
const vocabularySize = 60_000;
const bodyLetters = 3000;

/** Numbers from 0 to 1 that are the same in each run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Real words by how often they are written: those of real post-mortems where these are there, of our own pages else. */
function realWords(): string[] {
  const folder = existsSync(corpus) ? corpus : own;
  const counts = new Map<string, number>();
  for (const file of globSync('**/*.{md,qmd,mdx,erb}', { cwd: folder }).toSorted())
    for (const word of readFileSync(path.join(folder, file), 'utf8')
      .toLowerCase()
      .match(/[a-z][a-z0-9]{2,19}/g) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .toSorted(([left, one], [right, other]) => other - one || (left < right ? -1 : 1))
    .map(([word]) => word);
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu bra cle dri flo gru pla ste tri'.split(
  ' ',
);

/** Words by how often they are written: real ones first, then made-up ones, as names of machines and people are. */
export function makeVocabulary(random: () => number): string[] {
  const words = new Set(realWords());
  const one = () => syllables[Math.floor(random() * syllables.length)] as string;
  while (words.size < vocabularySize)
    words.add(`${one()}${one()}${one()}${random() < 0.2 ? Math.floor(random() * 90) : one()}`);
  return [...words];
}

export const services = Array.from({ length: 40 }, (_, index) => `service-${index}`);
const severities = ['S1', 'S2', 'S3', 'S4'];

/** Draws words as texts do: the nth one about a nth as often as the first. */
function drawing(vocabulary: readonly string[], random: () => number): (skip?: number) => string {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 0; rank < vocabulary.length; rank += 1) sums.push((sum += 1 / (rank + 3)));
  return (skip = 0) => {
    const least = skip === 0 ? 0 : (sums[skip - 1] as number);
    const wanted = least + random() * (sum - least);
    let [low, high] = [skip, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return vocabulary[low] as string;
  };
}

/** Makes texts, each of about 3 KB. */
export function textMaker(vocabulary: readonly string[], random: () => number): (index: number) => Text {
  const draw = drawing(vocabulary, random);
  const sentence = () => `${Array.from({ length: 8 + Math.floor(random() * 10) }, () => draw()).join(' ')}.`;
  const prose = (letters: number) => {
    let text = sentence();
    while (text.length < letters) text += ` ${sentence()}`;
    return text;
  };
  return (index) => ({
    // Titles say what is special: their words are not the most frequent ones.
    title: Array.from({ length: 5 + Math.floor(random() * 3) }, () => draw(60)).join(' '),
    summary: prose(bodyLetters * 0.15),
    cause: prose(bodyLetters * 0.15),
    body: prose(bodyLetters * 0.7),
    service: services[Math.floor(random() * services.length)] as string,
    severity: severities[Math.floor(random() * severities.length)] as string,
    day: new Date(Date.UTC(2016, 0, 1) + (index % 3650) * 86_400_000).toISOString().slice(0, 10),
  });
}
