import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appScreens } from '../../../src/http/web/screens.ts';
import { testServer } from '../../server/server.ts';
import { screenList } from './screen-list.ts';

const server = await testServer();

/** What no person looks at: files, and steps of signing in that lead on at once. */
const noPages =
  /^\/(?:api\/v1\/|\.well-known\/|app\/|healthz|readyz|metrics|service-worker|sign-in\/(?:passkey|oidc)|ledger\/checkpoint|calendar\/|status\/api\/|\*)|\.(?:css|atom)$|\*$/;

test('the list of screens has every address of the app, and every page that the server renders', () => {
  const listed = new Set(screenList.map(({ route }) => route));
  assert.deepEqual(
    appScreens.map(({ path }) => path).filter((path) => !listed.has(path)),
    [],
  );
  const rendered = server.app.routes.filter(({ method, path }) => method === 'GET' && !noPages.test(path));
  assert.deepEqual(
    [...new Set(rendered.map(({ path }) => path))].filter((path) => !listed.has(path)),
    [],
  );
});
