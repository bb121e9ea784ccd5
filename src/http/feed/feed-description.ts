import { html } from 'hono/html';
import { permissions } from '../../operations/access/permissions.ts';
import type { Markup } from '../page/page.ts';

const sentence = 'Send every change that the caller may see, as server-sent events, until the reader goes.';
const after =
  'The number of the last entry that the reader has; -1 from the beginning. Without it, the stream begins now.';

/** What may be asked of the feed: parameters as OpenAPI has them. */
const parameters = [
  {
    name: 'incident',
    in: 'query',
    required: false,
    schema: { type: 'string' },
    description: 'Only changes of this incident: its id or key.',
  },
  { name: 'after', in: 'query', required: false, schema: { type: 'integer', minimum: -1 }, description: after },
  {
    name: 'Last-Event-ID',
    in: 'header',
    required: false,
    schema: { type: 'string', pattern: '^(-1|\\d{1,15})$' },
    description: 'The same, as browsers send it by themselves when they connect again.',
  },
];

/** The feed in the OpenAPI description: a stream is no operation, for it has no end. docs/ledger.md says what its events hold. */
export const feedDescription = {
  operationId: 'feed',
  summary: sentence,
  description: `${permissions['incident.see'].sentence} Events: \`change\` with an entry of the ledger as JSON, \`reset\` when the number is not of this ledger. The id of an event is the number of its entry; an event without data only moves it on.`,
  tags: ['feed'],
  parameters,
  responses: {
    '200': { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
    default: {
      description: 'Refused.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
};

/** The feed in the reference for people. */
export const feedEntry = (origin: string): Markup =>
  html`<section class="noun" id="feed">
    <h2>feed</h2>
    <details class="operation">
      <summary>
        <span class="method read">GET</span> <span class="path">/feed</span>
        <p>${sentence}</p>
      </summary>
      <p class="muted">Server-sent events · ${permissions['incident.see'].sentence}</p>
      <div class="table">
        <table>
          <tr>
            <th>Input</th>
            <th>In</th>
            <th>What it is</th>
          </tr>
          ${parameters.map(
            ({ name, in: where, description }) =>
              html`<tr>
                <td><code>${name}</code></td>
                <td class="muted">${where}</td>
                <td>${description}</td>
              </tr>`,
          )}
        </table>
      </div>
      <pre
        class="command"
      ><code>curl -N -H "Authorization: Bearer $HINDCAST_TOKEN" '${origin}/api/v1/feed?incident=INC-1'</code></pre>
    </details>
  </section>`;
