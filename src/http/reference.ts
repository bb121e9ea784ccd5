import type { Hono } from 'hono';
import { html } from 'hono/html';
import { permissions } from '../operations/access/permissions.ts';
import type { AnyStored } from '../operations/stored-operation.ts';
import { feedEntry } from './feed/feed-description.ts';
import { isInQuery } from '../operations/is-in-query.ts';
import { inputParts, openApi } from './openapi.ts';
import { page } from './page/page.ts';
import { describeType } from './reference-type.ts';

type Markup = ReturnType<typeof html>;

const nounOf = ({ name }: AnyStored): string => name.slice(0, name.indexOf('.'));

function fields(operation: AnyStored): Markup {
  const { path, rest, required } = inputParts(operation);
  const place = isInQuery(operation) ? 'query' : 'body';
  const rows = [
    ...Object.entries(path).map(([name, schema]) => ({ name, schema, where: 'path', needed: true })),
    ...Object.entries(rest).map(([name, schema]) => ({ name, schema, where: place, needed: required.includes(name) })),
  ];
  if (rows.length === 0) return html`<p class="muted">No input.</p>`;
  return html`<div class="table">
    <table>
      <tr>
        <th>Input</th>
        <th>In</th>
        <th>What it is</th>
      </tr>
      ${rows.map(
        ({ name, schema, where, needed }) =>
          html`<tr>
            <td><code>${name}</code> ${needed ? html`<span class="required">required</span>` : ''}</td>
            <td class="muted">${where}</td>
            <td>${describeType(schema)}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}

function example(operation: AnyStored, origin: string): string {
  const { route, effect, takes, gives } = operation;
  const path = route.path
    .replace('{incident}', 'INC-1')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
  const key = effect === 'read' ? '' : " -H 'Idempotency-Key: '$(uuidgen)";
  const json = isInQuery(operation) ? '' : " -H 'Content-Type: application/json' -d @input.json";
  const body = `${json}${takes === 'bytes' ? ' --upload-file FILE' : ''}${gives === 'bytes' ? ' -OJ' : ''}`;
  const query = takes === 'bytes' ? '?name=FILE' : '';
  const method = route.method === 'GET' ? '' : ` -X ${route.method}`;
  return `curl${method} -H "Authorization: Bearer $HINDCAST_TOKEN"${key}${body} '${origin}/api/v1${path}${query}'`;
}

function entry(operation: AnyStored, origin: string): Markup {
  const { name, sentence, permission, effect, route } = operation;
  return html`<details class="operation" id="${name}">
    <summary>
      <span class="method ${effect}">${route.method}</span> <span class="path">${route.path}</span>
      <p>${sentence}</p>
    </summary>
    <p class="muted"><code>${name}</code> · ${permissions[permission].sentence}</p>
    ${fields(operation)}
    <pre><code>${example(operation, origin)}</code></pre>
  </details>`;
}

function reference(operations: readonly AnyStored[], origin: string): Markup {
  const nouns = Map.groupBy(operations, nounOf);
  const side = [...nouns].map(([noun, own]) => html`<a href="#${noun}">${noun} <small>${own.length}</small></a>`);
  return page(
    'Hindcast API',
    html`<div class="wide">
      <nav class="side" aria-label="Nouns">
        <a class="brand" href="/">◴ Hindcast</a>${side}<a href="#feed">feed <small>1</small></a>
      </nav>
      <main>
        <h1>API reference</h1>
        <p>
          ${operations.length} operations under <code>${origin}/api/v1</code>, the same that the command line has, and
          the <a href="#feed">live feed</a>. For programs: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
        </p>
        <p class="muted">
          Sign requests with a token: <code>Authorization: Bearer …</code>. Give each change an
          <code>Idempotency-Key</code>: repeated with it, a request is done once. <a href="/docs/errors">Errors</a> are
          <code>application/problem+json</code> with a <code>code</code> and what to do.
        </p>
        ${[...nouns].map(
          ([noun, own]) =>
            html`<section class="noun" id="${noun}">
              <h2>${noun}</h2>
              ${own.map((operation) => entry(operation, origin))}
            </section>`,
        )}
        ${feedEntry(origin)}
      </main>
    </div>`,
  );
}

/** The reference for people at `/api/v1` and for programs at `/api/v1/openapi.json`, both made from the list of operations. */
export function addReference(app: Hono, operations: readonly AnyStored[], origin: string, version: string): void {
  app.get('/api/v1', (context) => context.html(reference(operations, origin)));
  app.get('/api/v1/openapi.json', (context) => context.json(openApi(operations, origin, version)));
}
