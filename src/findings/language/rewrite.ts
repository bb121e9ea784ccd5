/** First clause of a text: up to a comma, a stop or " and "; at most 120 characters, without trailing marks. */
function clause(text: string): string {
  const cut = /^[^.;!?\n]{0,120}?(?=,| and | but | so | which | because |[.;!?\n]|$)/.exec(text)?.[0] ?? '';
  return cut.trim();
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A sentence to put in place of a blaming one: about the step that was missing, not about who.
 * `words`: the blaming words; `after`: the rest of the sentence behind them.
 */
export function blameRewrite(words: string, after: string): string {
  const rest = clause(after);
  const kind = words.toLowerCase();
  if (rest !== '' && /(?:forgot|forgotten|neglected|failed|failing|bother|bothered) to$/.test(kind))
    return `Nothing in the process made sure to ${rest}. What would have, and why was it not there?`;
  if (rest !== '' && kind.startsWith('forgot'))
    return `Nothing in the process reminded anyone of ${rest}. What would have, and why was it not there?`;
  const denied = /^(?:did not|didn[’']t|never) (\w+)/.exec(kind)?.[1];
  if (denied !== undefined && rest !== '')
    return `There was no step to ${denied.replace(/ed$/, '')} ${rest}. What made it easy to go on without?`;
  if (rest !== '' && /^(?:ignored|overlooked|missed the|misread)$/.test(kind))
    return `${upper(rest)} did not stand out. What made it hard to see, or easy to take for noise?`;
  if (rest !== '' && /^(?:accidentally|mistakenly|wrongly|inadvertently|carelessly)$/.test(kind))
    return `The system let it happen: "${rest}". What made this step possible without a warning?`;
  if (kind.endsWith('error'))
    return 'The tool allowed this step without a check. What made it look like the right one at the time?';
  return 'Describe the conditions: what was known at that moment, what the tools showed, and why the step made sense.';
}

/** The same for `X should have Y`: what was not so, and the place for the reason. */
export function counterfactualRewrite(subject: string, modal: string, participle: string, after: string): string {
  const not = /n[’']t|not|never/i.test(modal);
  const rest = clause(after);
  const what = `${participle}${rest === '' ? '' : ` ${rest}`}`;
  return `${upper(subject.trim() || 'it')} had ${not ? '' : 'not '}${what}, because …`;
}
