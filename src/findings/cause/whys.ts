import type { Finding } from '../../record/finding.ts';
import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import type { Context } from '../context.ts';
import { quote } from '../words.ts';
import { contained, contentStems } from './content.ts';

const loose: Code = {
  code: 'whys.do-not-follow',
  severity: 'note',
  sentence: 'A why asks about something that the answer before it did not say.',
  remedy: 'Ask about the previous answer in its own words, or say that a second branch begins here.',
};
const shallow: Code = {
  code: 'whys.stop-at-symptom',
  severity: 'note',
  sentence: 'The last why answers with what was already known at the start.',
  remedy: 'Go on asking until the answer is something that can be changed: a missing check, a limit, a decision.',
};
const person: Code = {
  code: 'whys.stop-at-person',
  severity: 'warning',
  sentence: 'A why ends with the error of a person.',
  remedy: 'Ask what made the error easy to make and hard to notice, and go on from there.',
};

const refersBack = /\b(?:this|that|it|they|these|those|the above|so)\b/i;
const generic = /^\W{0,4}(?:why|warum|pourquoi)?(?:\s+(?:did|was|is)\s+(?:this|that|it))?\W{0,4}$/i;
const personal =
  /\b(?:human|operator|user|manual|pilot)\s+(?:error|mistake)\b|\b(?:engineer|developer|admin(?:istrator)?|on-?call|someone|somebody|team member|colleague|employee|he|she|they|we|I)\s+(?:\w{1,12}\s+)?(?:forgot|made a mistake|mistakenly|overlooked|neglected|was careless|were careless)\b/i;

type Why = NonNullable<Context['record']['whys']>[number];

/** The answer each why builds on: of the one it names, else of the one before it. */
function basesOf(whys: readonly Why[]): (string | undefined)[] {
  const byId = new Map<string | undefined, string | undefined>();
  for (const { id, answer } of whys) if (!byId.has(id)) byId.set(id, answer);
  return whys.map(({ under }, index) => (under === undefined ? whys[index - 1]?.answer : byId.get(under)));
}

function follows(context: Context, question: string | undefined, answer: string | undefined, index: number): Finding[] {
  if (index === 0 || question === undefined || answer === undefined) return [];
  if (generic.test(question) || refersBack.test(question)) return [];
  const asked = contentStems(question);
  const said = contentStems(answer);
  if (asked.size === 0 || said.size < 2 || contained(asked, said) > 0) return [];
  return [
    context.report(loose, {
      message: say`${quote(question)} shares no word with the answer before it, ${quote(answer)}.`,
      path: `whys[${index}].question`,
      cites: [`whys[${index}].question`, `whys[${index - 1}].answer`],
    }),
  ];
}

function atSymptom(context: Context, whys: readonly Why[]): Finding[] {
  const last = whys.at(-1)?.answer;
  const start = `${whys[0]?.question ?? ''} ${context.record.incident?.title ?? ''}`;
  const words = contentStems(last ?? '');
  if (last === undefined || words.size < 2 || contained(words, contentStems(start)) < 0.9) return [];
  const path = `whys[${whys.length - 1}].answer`;
  return [
    context.report(shallow, { message: say`The last answer, ${quote(last)}, only repeats what happened.`, path }),
  ];
}

/** The five whys: each about the answer before it, none ending at a symptom or at a person. */
export const whys: Check = {
  codes: [loose, shallow, person],
  run(context) {
    const list = context.record.whys ?? [];
    if (list.length === 0) return [];
    const bases = basesOf(list);
    const findings = list.flatMap((why, index) => {
      const blamed = personal.exec(why.answer ?? '');
      const found = follows(context, why.question, bases[index], index);
      if (blamed === null) return found;
      const message = say`${quote(why.answer ?? '')} stops at ${quote(blamed[0])}.`;
      return [...found, context.report(person, { message, path: `whys[${index}].answer` })];
    });
    return [...findings, ...atSymptom(context, list)];
  },
};
