import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { cueKinds, matchesAt } from '../cues.ts';
import type { Stretch } from '../prose.ts';
import { quote } from '../words.ts';
import { counterfactualRewrite } from './rewrite.ts';
import { isQuoted, type Sentence, sentenceAt } from './sentence.ts';

const code: Code = {
  code: 'language.counterfactual',
  severity: 'note',
  sentence: 'A sentence tells what did not happen instead of what did.',
  remedy: 'Say what happened and why it made sense at the time; move the wish to an action.',
};

const irregular =
  'been|caught|known|had|done|gone|seen|found|made|taken|thought|kept|held|run|set|sent|told|shut|cut|put|read|met|built|written|given|begun|broken|chosen|come|got|gotten|left|led|paid|shown|spoken|spent|understood|rolled back';
const participle = `(?:${irregular}|\\w{2,20}ed)`;
const adverb = '(?:(?:also|probably|really|clearly|never|still|at least|\\w{2,14}ly) ){0,2}';
const avoided =
  '(?:prevented|avoided|caught|detected|noticed|found|discovered|spotted|mitigated|stopped|averted|shortened|reduced|seen|known|acted|responded|reacted|escalated|rolled back|checked|tested)';
const who =
  '(?:we|I|he|she|they|someone|somebody|nobody|the (?:\\w{1,20} )?(?:team|engineers?|developers?|reviewers?|on-?call)|@[\\w.-]{1,40})';

/** `should have been`, `ought to have tested`, `shouldn't have deployed`. Groups: modal, participle. */
const should = new RegExp(
  `\\b((?:should|ought)(?: not|n[’']t| never)?(?: to)?)(?: also| probably| really| clearly| never)? have ${adverb}(${participle})\\b`,
  'iy',
);
/** `could have been prevented`, `we could have caught`: not `could have lost data`, which is a risk. */
const could = new RegExp(
  `\\b(?:(?:could|might) (?:easily |probably |also )?have (?:easily )?been ${avoided}|could(?<=\\b${who} could) (?:easily |probably |also )?have ${avoided})\\b`,
  'iy',
);
/** `if only`, `had we tested`, `if we had … would`, `would not have happened`. */
const ifOnly = new RegExp(
  `\\bif only ${who}\\b|\\bhad ${who} (?:only )?(?:not )?${participle}\\b|\\bif ${who} had (?:only |just )?(?:not )?${participle}\\b[^.!?\\n]{0,160}?\\b(?:would|could)\\b|\\b(?:would not|wouldn[’']t|would never) have (?:happened|occurred)\\b|\\bwould have been (?:prevented|avoided)\\b`,
  'iy',
);

/** Participles that are adjectives as well: `should have automated tests` is a wish for tests. */
const adjectives =
  /^(?:automated|dedicated|improved|distributed|detailed|shared|limited|documented|tested|increased|enhanced|managed|replicated|defined|named|planned|unified|trusted|isolated|speed|need|feed|seed|embed)$/i;
const objectFollows =
  /^\s*(?:[.,;:!?)]|$|(?:the|an?|this|that|these|it|them|our|their|his|her|all|before|earlier|sooner|in|on|by|for|to|more|with|after|when|and|or)\b)/i;

/** Fields that a template asks as "could it have been …": there the answer has to be counterfactual. */
const askedFor = /^(?:detection\.sooner|gaps\[)/;

const patterns = [
  [should, 'should'],
  [could, 'could'],
  [ifOnly, 'ifOnly'],
] as const;

type Hit = { sentence: Sentence; suggestion: string };

function* hits(stretch: Stretch): Generator<Hit> {
  const { text } = stretch;
  for (const [pattern, kind] of patterns) {
    for (const match of matchesAt(stretch, cueKinds[kind], pattern)) {
      const sentence = sentenceAt(text, match.index);
      const end = match.index + match[0].length - sentence.from;
      const after = sentence.text.slice(end);
      const word = match[2] ?? '';
      if (isQuoted(sentence, match.index)) continue;
      if (kind === 'should' && adjectives.test(word) && !objectFollows.test(after)) continue;
      const before = sentence.text.slice(0, match.index - sentence.from);
      const subject = /(?:^|[,;:.] |\b(?:and|but|that|because|so|which) )([^,;:\n]{0,60})$/.exec(before)?.[1] ?? 'it';
      const suggestion =
        kind === 'should'
          ? counterfactualRewrite(subject, match[1] ?? '', word, after)
          : 'Say what was seen and done at that moment and why; put what is missing into an action.';
      yield { sentence, suggestion };
    }
  }
}

const none: Finding[] = [];

function inStretch(context: Context, stretch: Stretch): Finding[] {
  if (stretch.role === 'proposal' || stretch.cues.length === 0 || askedFor.test(stretch.path)) return none;
  const seen = new Set<number>();
  const findings: Finding[] = [];
  for (const { sentence, suggestion } of hits(stretch)) {
    if (seen.has(sentence.from)) continue;
    seen.add(sentence.from);
    const message = say`${quote(sentence.text)} tells what did not happen.`;
    findings.push(context.report(code, { message, path: stretch.path, line: stretch.line, suggestion }));
  }
  return findings;
}

/** `should have`, `could have been caught`, `if only`: what did not happen, told in place of what did. */
export const counterfactual: Check = {
  codes: [code],
  run: (context) => context.prose.flatMap((stretch) => inStretch(context, stretch)),
};
