import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { cueKinds, matchesAt } from '../cues.ts';
import type { Stretch } from '../prose.ts';
import { quote } from '../words.ts';
import { peopleOf } from './people.ts';
import { blameRewrite } from './rewrite.ts';
import { isQuoted, sentenceAt } from './sentence.ts';
import { roleSource, type Subject, subjectOf } from './subject.ts';

const code: Code = {
  code: 'language.blame',
  severity: 'warning',
  sentence: 'A sentence blames a person.',
  remedy: 'Say what made the step possible or likely, and what was missing to notice it.',
};

/** Said of people only. Group 1: what systems do too, and so needs a certain person before it. */
const phrase = new RegExp(
  "\\b(?:(?:forgot(?:ten)?(?: to)?|neglected to|careless(?:ly)?|negligent(?:ly)?|reckless(?:ly)?|stupidly|foolishly|(?:did not|didn[’']t|never) bother(?:ed)? to|should have known" +
    "|made (?:a|an|the)(?: \\w{1,16})? (?:mistake|error|blunder)|screwed up|messed up|botched|panicked|to blame|at fault|(?:did not|didn[’']t|not|wasn[’']t) pay(?:ing)? attention|fell asleep|too lazy)" +
    '|(failed to|ignored|overlooked|mistakenly|accidentally|wrongly|inadvertently|misconfigured|misread|broke|caused (?:the|this) (?:outage|incident|issue|problem)|missed the|deleted the wrong' +
    "|(?:did not|didn[’']t|never) (?:check|checked|test|tested|follow|followed|read|verify|verified|notice|review|think|tell|ask|double-check|escalated?)" +
    '|skipped (?:the|this)|violated|failing to))\\b',
  'iy',
);

/** Blame without a verb: `human error`, `Anna's mistake`, `a mistake by the intern`, `the careless developer`. */
const noun = new RegExp(
  '\\b(?:(?:human|operator|user|pilot) error(?! (?:messages?|pages?|codes?|logs?|rates?|counts?|reports?|handling))|fat[- ]finger(?:ed|ing)?|(?:his|her) (?:fault|mistake|error|negligence|carelessness)' +
    `|(?:careless|incompetent|lazy|sloppy|clueless|negligent|inattentive)(?:\\s+\\w{1,16})?\\s+${roleSource}` +
    `|${roleSource}[’']s? (?:fault|mistake|error|negligence|carelessness|incompetence|oversight|inattention|failure to)` +
    `|(?:fault|mistake|error|negligence|carelessness|oversight|inattention|incompetence|laziness) (?:by|of|on the part of) (?:the |our |an? )?(?:\\w{1,16} )?(?:@\\w|${roleSource}))`,
  'gi',
);
/** Every noun of fault and every name with one has this at a word of fault: a cheap look before the dear patterns. */
const faultAt =
  /(?<=\b(?:human|operator|user|pilot|his|her) |[’']s? )(?:fault|mistake|error|negligence|carelessness|incompetence|oversight|inattention|failure to)|\w{4,12} (?:by|of|on) |careless|incompetent|lazy|sloppy|clueless|negligent|inattentive|fat[- ]/iy;
/** Group 1: whose fault it is, looked up backwards from the word of fault. */
const possessiveName =
  /(?<=(@[\w.-]{1,40}|\p{Lu}\p{L}{1,30})[’']s )(?:fault|mistake|error|negligence|carelessness|incompetence|oversight|inattention|failure to)\b/uy;

const negated =
  /\b(?:no|not|never|isn[’']t|wasn[’']t|rather than|instead of|nor|without|avoid(?:s|ed)?|prevents?|protect(?:s|ed)? (?:against|from)|guards? against|reduces?|eliminates?|risk of|prone to|less|any)\s+(?:\w{1,16}\s+){0,3}$/i;
const oneself =
  /^(?:forgot|neglect|failed to|failing|careless|negligent|reckless|made|screwed|messed|panicked|ignored|should have known|did|didn|never)/i;

/** One blaming sentence: the words at fault, and a sentence to put in its place. */
export type Blame = { sentence: string; words: string; suggestion: string };

function counts(subject: Subject | undefined, words: string, systemsToo: boolean): boolean {
  if (subject === undefined) return false;
  if (subject.kind === 'person') return true;
  if (subject.kind === 'they') return !systemsToo;
  return (
    oneself.test(words) &&
    !/^(?:never|did|didn).*(?:notice|think|test|check|read|tell|ask|review|verify|follow)/i.test(words)
  );
}

function collect(
  stretch: Stretch,
  matches: Iterable<RegExpExecArray>,
  accept: (match: RegExpExecArray, before: string) => Subject | true | undefined,
): Blame[] {
  const found: Blame[] = [];
  for (const match of matches) {
    const sentence = sentenceAt(stretch.text, match.index);
    const before = sentence.text.slice(0, Math.max(0, match.index - sentence.from));
    const subject = isQuoted(sentence, match.index) ? undefined : accept(match, before);
    if (subject === undefined) continue;
    const after = sentence.text.slice(before.length + match[0].length);
    found.push({ sentence: sentence.text, words: match[0], suggestion: blameRewrite(match[0], after) });
  }
  return found;
}

const none: Blame[] = [];

/** Blaming sentences of one stretch of text, each once. Linear in its length. */
export function blameIn(context: Context, stretch: Stretch): Blame[] {
  if (stretch.cues.length === 0) return none;
  const hasNoun = !matchesAt(stretch, cueKinds.fault, faultAt).next().done;
  const people = peopleFor(context);
  const bySubject = collect(stretch, matchesAt(stretch, cueKinds.phrase, phrase), (match, before) => {
    const subject = subjectOf(before, people);
    return counts(subject, match[0], match[1] !== undefined) ? subject : undefined;
  });
  const byNoun = hasNoun
    ? collect(stretch, stretch.text.matchAll(noun), (_, before) => (negated.test(before) ? undefined : true))
    : none;
  const byName =
    hasNoun && (people.size > 0 || stretch.text.includes('@'))
      ? collect(
          stretch,
          matchesAt(stretch, cueKinds.fault, possessiveName),
          (match) => match[1]?.startsWith('@') || people.has(match[1] ?? '') || undefined,
        )
      : none;
  if (bySubject.length + byNoun.length + byName.length === 0) return none;
  const sentences = new Set<string>();
  return [...bySubject, ...byNoun, ...byName].filter(({ sentence }) => {
    const fresh = !sentences.has(sentence);
    sentences.add(sentence);
    return fresh;
  });
}

const cache = new WeakMap<object, ReadonlySet<string>>();

function peopleFor(context: Context): ReadonlySet<string> {
  const known = cache.get(context.record);
  if (known !== undefined) return known;
  const people = peopleOf(context.record);
  cache.set(context.record, people);
  return people;
}

/** Sentences that blame a person: a person as subject, and words that find fault. Services may fail, forget and break. */
export const blame: Check = {
  codes: [code],
  run: (context) =>
    context.prose.flatMap((stretch) =>
      blameIn(context, stretch).map(({ sentence, suggestion }) =>
        context.report(code, {
          message: say`${quote(sentence)} blames a person.`,
          path: stretch.path,
          line: stretch.line,
          suggestion,
        }),
      ),
    ),
};
