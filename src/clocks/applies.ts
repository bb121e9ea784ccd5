import type { PostmortemRecord } from '../record/record.ts';
import type { ClockMark } from './mark.ts';
import type { ClockRule } from './rule.ts';

/** Whether a clock applies to an incident, and what says so. `not concerned`: nothing names the organisation or the regime. */
export type Applies = {
  answer: 'yes' | 'no' | 'asked' | 'not concerned';
  /** `document`: an obligation it states; `data`: it says that none was compromised; `severity`, `always`: the rule. */
  because: 'person' | 'document' | 'data' | 'severity' | 'always' | 'organisation';
  /** What the person or the document says. */
  says?: string;
  /** Where in the record. */
  path?: string;
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const yes = /^\W{0,3}(?:yes|true|required|applies|applicable)\b(?!\s{0,3}\/\s{0,3}no\b)/i;
const no = /^\W{0,3}(?:no|none|not|n\/a|false)\b/i;

/** What a document answers to a regime: `YES - within 72h`. */
export const answerOf = (required: string): 'yes' | 'no' | undefined =>
  yes.test(required) ? 'yes' : no.test(required) ? 'no' : undefined;

function stated({ obligations = [] }: PostmortemRecord, names: readonly string[]) {
  if (obligations.length === 0) return undefined;
  const wanted = names.map(plain);
  for (const [index, { regime = '', required = '' }] of obligations.entries()) {
    const answer = wanted.includes(plain(regime)) ? answerOf(required) : undefined;
    if (answer !== undefined) return { answer, says: required.slice(0, 300), path: `obligations[${index}]` };
  }
  return undefined;
}

/** What the document says of the regime itself; of a heading above it only a no is an answer. */
function byDocument(rule: ClockRule, record: PostmortemRecord): Applies | undefined {
  const own = stated(record, [rule.regime, ...rule.also]);
  if (own !== undefined)
    return {
      ...own,
      answer: own.answer === 'yes' && rule.only !== undefined ? 'asked' : own.answer,
      because: 'document',
    };
  const above = rule.under === undefined ? undefined : stated(record, [rule.under]);
  if (above !== undefined) return { ...above, answer: above.answer === 'yes' ? 'asked' : 'no', because: 'document' };
  const data = record.incident?.dataCompromised;
  if (rule.data === true && data !== undefined && no.test(data))
    return { answer: 'no', because: 'data', says: data.slice(0, 300), path: 'incident.dataCompromised' };
  return undefined;
}

/**
 * Whether a clock applies. A person's word goes before the document's, and that before what the rule says. Where only a person can
 * tell, it is asked, and never taken for a yes or a no.
 */
export function appliesTo(
  rule: ClockRule,
  record: PostmortemRecord,
  mark: ClockMark | undefined,
  organisation: readonly string[],
): Applies {
  const person = mark?.applies;
  if (person !== undefined) return { answer: person.yes ? 'yes' : 'no', because: 'person', says: person.reason };
  const document = byDocument(rule, record);
  if (document !== undefined) return document;
  const concerned = rule.who.length === 0 || rule.who.some((who) => organisation.includes(who));
  if (!concerned) return { answer: 'not concerned', because: 'organisation' };
  if (rule.severities !== undefined) {
    const severity = plain(record.incident?.severity ?? '');
    const fits = rule.severities.some((each) => severity === plain(each) || severity.startsWith(`${plain(each)} `));
    const says = record.incident?.severity;
    return {
      answer: !fits ? 'no' : (rule.only ?? rule.when) === undefined ? 'yes' : 'asked',
      because: 'severity',
      ...(says === undefined ? {} : { says, path: 'incident.severity' }),
    };
  }
  const isAsked = (rule.only ?? rule.when) !== undefined || rule.data === true || rule.who.length > 0;
  return { answer: isAsked ? 'asked' : 'yes', because: isAsked ? 'organisation' : 'always' };
}
