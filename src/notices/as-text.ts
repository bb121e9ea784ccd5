import type { Told } from './notice-kind.ts';

/** Where links lead, and what the letter ends with. */
export type Letter = {
  /** `https://hindcast.example`. */
  origin: string;
  /** Why it comes, and where that is changed. */
  foot: string;
  footLink?: string;
};

/** A notice as plain text. */
export function asText(
  { subject, sentences, facts = [], quote, items = [], after, link }: Told,
  letter: Letter,
): string {
  const parts = [
    subject,
    ...sentences,
    ...(quote === undefined
      ? []
      : [
          quote
            .split('\n')
            .map((line) => `> ${line}`)
            .join('\n'),
        ]),
    ...(facts.length === 0 ? [] : [facts.map(([name, value]) => `${name}: ${value}`).join('\n')]),
    ...items.map(
      (item) => `- ${item.subject}${item.about === '' ? '' : `\n  ${item.about}`}\n  ${letter.origin}${item.path}`,
    ),
    ...(after === undefined ? [] : [after]),
    `${link.label}: ${letter.origin}${link.path}`,
    `-- \n${letter.foot}${letter.footLink === undefined ? '' : `\n${letter.footLink}`}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
