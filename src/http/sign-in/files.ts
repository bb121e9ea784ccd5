import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hono } from 'hono';

/** The files beside the pages, by name and type. */
const files = { 'passkey.js': 'text/javascript; charset=utf-8', 'style.css': 'text/css; charset=utf-8' };

/** Serves the two files that the pages load; read once. */
export function addFiles(app: Hono): void {
  for (const [name, type] of Object.entries(files)) {
    const content = readFileSync(path.join(import.meta.dirname, 'files', name), 'utf8');
    app.get(`/sign-in/${name}`, (context) =>
      context.body(content, 200, { 'Content-Type': type, 'Cache-Control': 'max-age=3600' }),
    );
  }
}
