import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hono } from 'hono';

const script = readFileSync(path.join(import.meta.dirname, 'passkey.js'), 'utf8');

/** Serves the one script there is: passkeys cannot do without. */
export function addScript(app: Hono): void {
  app.get('/sign-in/passkey.js', (context) =>
    context.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'max-age=3600' }),
  );
}
