import { html, raw } from 'hono/html';
import type { StatusPage } from '../../operations/status/load.ts';
import type { StatusReport } from '../../operations/status/state.ts';
import { statusWords } from '../../operations/status/words.ts';

const textOf = ({ updates }: StatusReport): string =>
  updates.map(({ status, text, at }) => `${statusWords[status]} (${at})\n${text}`).join('\n\n');

/** The feed of RFC 4287: an entry for each incident, renewed by each update. */
export const atomOf = (page: StatusPage, origin: string): string =>
  `${raw('<?xml version="1.0" encoding="utf-8"?>\n')}${html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
    <id>${origin}/status</id>
    <title>${page.title}</title>
    <link rel="alternate" type="text/html" href="${origin}/status" />
    <link rel="self" type="application/atom+xml" href="${origin}/status/history.atom" />
    <updated>${page.updatedAt}</updated>
    <author><name>${page.title}</name></author>
    ${[...page.open, ...page.past].map(
      (report) =>
        html`<entry>
          <id>${origin}/status/incidents/${report.id}</id>
          <title>${statusWords[report.status]}: ${report.title}</title>
          <link rel="alternate" type="text/html" href="${origin}/status/incidents/${report.id}" />
          <published>${report.createdAt}</published>
          <updated>${report.updatedAt}</updated>
          <content type="text">${textOf(report)}</content>
        </entry>`,
    )}
  </feed>`}
`;
