import type { Stretch } from './prose.ts';

/** What a word may open; a word may open several things. */
export const cueKinds = { phrase: 1, fault: 2, should: 4, could: 8, ifOnly: 16 } as const;

/** A word at which a pattern of some kinds may match. */
export type Cue = { at: number; kinds: number };

/** How the matches of each kind of pattern begin, in four signs or more: a new alternative of a pattern needs its opening here. */
const openings: { readonly [kind in keyof typeof cueKinds]: string } = {
  phrase:
    'forg,neglect,careless,negligent,reckless,stupidly,foolishly,did ,didn,never,should,made ,screwed,messed,botched,panicked,to blame,at fault,' +
    'not pay,wasn,fell ,too lazy,fail,ignored,overlooked,mistakenly,accidentally,wrongly,inadvertently,misconfigured,misread,broke,caused,missed,' +
    'deleted,skipped,violated',
  fault:
    'error,fault,mistake,negligen,careless,incompeten,oversight,inattenti,lazy,laziness,sloppy,clueless,fat finger,fat-finger,failure',
  should: 'should,ought',
  could: 'could,might',
  ifOnly: 'if only,if we,if i ,if he,if she,if they,if some,if nobody,if the,if @,had ,would',
};

/** As many signs tell the openings apart from other words; the patterns themselves look closer. */
const signs = 4;

const kindsOf = new Map<string, number>();
for (const [kind, words] of Object.entries(openings))
  for (const word of words.split(',')) {
    const key = word.slice(0, signs);
    kindsOf.set(key, (kindsOf.get(key) ?? 0) | cueKinds[kind as keyof typeof cueKinds]);
  }

const opening = new RegExp(`\\b(?:${[...kindsOf.keys()].join('|')})`, 'gi');

/** All cues of a text, in order: one walk instead of one per pattern with its dozens of alternatives at every word. Linear. */
export function findCues(text: string): Cue[] {
  const cues: Cue[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    cues.push({ at: match.index, kinds: kindsOf.get(match[0].toLowerCase()) ?? 0 });
    opening.lastIndex = match.index + 1;
  }
  return cues;
}

/** Matches of a sticky pattern that begins at cues of a kind: those that `matchAll` would find with a global one. */
export function* matchesAt({ text, cues }: Stretch, kind: number, pattern: RegExp): Generator<RegExpExecArray> {
  let end = 0;
  for (const { at, kinds } of cues) {
    if ((kinds & kind) === 0 || at < end) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    end = at + match[0].length;
    yield match;
  }
}
