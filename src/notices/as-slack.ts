import type { Told } from './notice-kind.ts';

/** The three characters that Slack's own notation is made of. */
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Characters that a part of a message may have. */
const limits = { header: 150, section: 3000, field: 2000, button: 75 } as const;
const mostFields = 10;
const mostItems = 40;

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
/** Cut before its characters are written as Slack wants them, so that none is cut in half. */
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text: text } });
const fitting = (text: string): string => {
  let short = text;
  while (plain(short).length > limits.section) short = cut(short, Math.floor(short.length * 0.8));
  return plain(short);
};

/** A notice as Slack shows it. */
export function asSlack(
  { subject, sentences, facts = [], quote, items = [], after, link }: Told,
  origin: string,
): { text: string; blocks: object[] } {
  const quoted =
    quote === undefined
      ? []
      : [
          fitting(quote)
            .split('\n')
            .map((line) => `>${line}`)
            .join('\n'),
        ];
  const listed = items.slice(0, mostItems).map((item) => `• <${origin}${item.path}|${plain(cut(item.subject, 200))}>`);
  const fields = facts.slice(0, mostFields).map(([name, value]) => ({
    type: 'mrkdwn',
    text: `*${plain(name)}*\n${plain(cut(value, 300))}`,
  }));
  const texts = [...sentences.map(fitting), ...quoted, ...listed, ...(after === undefined ? [] : [plain(after)])];
  return {
    text: plain(subject),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(subject, limits.header), emoji: false } },
      ...texts.map((text) => section(cut(text, limits.section))),
      ...(fields.length === 0 ? [] : [{ type: 'section', fields }]),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            text: { type: 'plain_text', text: cut(link.label, limits.button), emoji: false },
            url: `${origin}${link.path}`,
            action_id: 'open',
          },
        ],
      },
    ],
  };
}
