import { escapeHtml } from '../markdown/html-escape.ts';
import type { Letter } from './as-text.ts';
import type { Told } from './notice-kind.ts';

/** Programs for mail know few rules: those that all know stand at the element, dark colours in the sheet for those that know it. */
const sheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #16181c !important; } .card { background: #1f2227 !important; border-color: #34383f !important; }
  .ink { color: #e8e8e6 !important; } .quiet { color: #a3a8b0 !important; } .rule { border-color: #34383f !important; }
}`;

const font = 'font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Helvetica, Arial, sans-serif;';
const styles = {
  page: `margin: 0; padding: 24px 12px; background: #f4f3f0; ${font}`,
  card: 'max-width: 560px; margin: 0 auto; padding: 24px; background: #ffffff; border: 1px solid #e2e0da; border-radius: 10px;',
  name: 'margin: 0 0 16px; font-size: 13px; line-height: 20px; color: #5f6368;',
  title: 'margin: 0 0 12px; font-size: 18px; line-height: 26px; font-weight: 600; color: #1d1f23;',
  text: 'margin: 0 0 12px; font-size: 15px; line-height: 23px; color: #1d1f23;',
  quote:
    'margin: 0 0 12px; padding: 0 0 0 12px; border-left: 3px solid #d5d2ca; font-size: 15px; line-height: 23px; color: #1d1f23; white-space: pre-wrap;',
  fact: 'padding: 4px 16px 4px 0; font-size: 14px; line-height: 20px; color: #5f6368; vertical-align: top; text-align: left; font-weight: 400; white-space: nowrap;',
  value: 'padding: 4px 0; font-size: 14px; line-height: 20px; color: #1d1f23; overflow-wrap: anywhere;',
  item: 'margin: 0; padding: 10px 0; border-top: 1px solid #e2e0da; font-size: 15px; line-height: 22px; color: #1d1f23;',
  link: 'color: inherit;',
  button:
    'display: inline-block; margin: 8px 0 0; padding: 10px 18px; border-radius: 8px; background: #2f5bd7; color: #ffffff; font-size: 15px; line-height: 20px; font-weight: 600; text-decoration: none;',
  foot: 'max-width: 560px; margin: 16px auto 0; font-size: 12px; line-height: 18px; color: #5f6368;',
} as const;

const tag = (name: string, look: keyof typeof styles, classes: string, inside: string): string =>
  `<${name} class="${classes}" style="${escapeHtml(styles[look])}">${inside}</${name}>`;

/** A notice as an HTML letter; what people wrote is text in it and nothing else. */
export function asHtml(
  { subject, sentences, facts = [], quote, items = [], after, link }: Told,
  { origin, foot, footLink }: Letter,
): string {
  const rows = facts.map(
    ([name, value]) =>
      `<tr>${tag('th', 'fact', 'quiet', escapeHtml(name))}${tag('td', 'value', 'ink', escapeHtml(value))}</tr>`,
  );
  const address = (path: string) => escapeHtml(`${origin}${path}`);
  const body = [
    tag('p', 'name', 'quiet', 'Hindcast'),
    tag('h1', 'title', 'ink', escapeHtml(subject)),
    ...sentences.map((sentence) => tag('p', 'text', 'ink', escapeHtml(sentence))),
    quote === undefined ? '' : tag('blockquote', 'quote', 'ink rule', escapeHtml(quote)),
    rows.length === 0 ? '' : `<table role="presentation" cellspacing="0" cellpadding="0">${rows.join('')}</table>`,
    ...items.map((item) =>
      tag(
        'p',
        'item',
        'ink rule',
        `<a class="ink" style="${styles.link}" href="${address(item.path)}">${escapeHtml(item.subject)}</a>${
          item.about === '' ? '' : `<br><span class="quiet">${escapeHtml(item.about)}</span>`
        }`,
      ),
    ),
    after === undefined ? '' : tag('p', 'text', 'quiet', escapeHtml(after)),
    `<p style="margin: 0"><a style="${escapeHtml(styles.button)}" href="${address(link.path)}">${escapeHtml(link.label)}</a></p>`,
  ];
  const reason =
    footLink === undefined
      ? escapeHtml(foot)
      : `${escapeHtml(foot)} <a class="quiet" style="${styles.link}" href="${escapeHtml(footLink)}">Change what you are told</a>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title><style>${sheet}</style></head>
<body class="page" style="${escapeHtml(styles.page)}">${tag('div', 'card', 'card', body.join('\n'))}${tag('p', 'foot', 'quiet', reason)}</body></html>
`;
}
