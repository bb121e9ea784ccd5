import type { SourceFacts } from '../facts.ts';

const told =
  /\b(posted|published|updated|sent|notified|emailed|informed|told|tweeted)\b.{0,80}?\b(status ?page|customers?|users|clients|partners|stakeholders|support|management|everyone)\b/i;
const toldPassive =
  /\b(status ?page|customers|users|clients|partners|stakeholders)\b.{0,40}?\b(?:updated|posted|notified|informed|told|emailed)\b/i;
const severityWord = /(?<![\w-])(?:(SEV|sev|Sev)(?:erity)?[ -]?([0-5])|([PS][0-5]))(?![\w-])/;

/** Adds what a message states beside its event: a severity, something told to people outside. */
export function messageFacts(text: string, evidence: string, epochMs: number, facts: SourceFacts): void {
  const short = text.slice(0, 2000);
  if (short.includes('?')) return;
  const severity = severityWord.exec(short);
  if (severity) {
    const value = severity[3] ?? `SEV${severity[2] ?? ''}`;
    facts.severities.push({ value, of: 'incident', evidence, epochMs });
  }
  const whom = (told.exec(short)?.[2] ?? toldPassive.exec(short)?.[1])?.toLowerCase();
  if (whom === undefined) return;
  const page = /status ?page/.test(whom);
  facts.communications.push({
    value: short,
    evidence,
    epochMs,
    ...(page ? { channel: 'status page' } : { audience: whom }),
  });
}
