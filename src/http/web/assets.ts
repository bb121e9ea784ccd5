import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Hono } from 'hono';

const folder = path.join(import.meta.dirname, '../../../web/dist');

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

type Entry = { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] };

/** The built app: which files the page names first. */
export type WebBuild = {
  script: string;
  styles: string[];
  screens: Record<string, string[]>;
  /** Files of other languages than English, by their tag. */
  languages: Map<string, string>;
};

/** How `scripts/build-web.ts` names what loads a language. */
const languageEntry = 'virtual:language/';

const address = (file: string): string => `/app/${file}`;

/** Files of a screen and of all that it imports, but for those of the shell. */
function filesOf(manifest: Record<string, Entry>, name: string, seen = new Set<string>()): string[] {
  const entry = manifest[name];
  if (entry === undefined || name === 'main.tsx' || seen.has(name)) return [];
  seen.add(name);
  return [entry.file, ...(entry.css ?? []), ...(entry.imports ?? []).flatMap((each) => filesOf(manifest, each, seen))];
}

/** Reads what `npm run build` made; undefined when it was not run. */
export function webBuild(): WebBuild | undefined {
  const file = path.join(folder, 'manifest.json');
  if (!existsSync(file)) return undefined;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>;
  const main = manifest['main.tsx'];
  if (main === undefined) return undefined;
  const screens = (main.dynamicImports ?? []).map((name) => [name, filesOf(manifest, name).map(address)]);
  const languages = Object.entries(manifest).flatMap(([name, { file }]): [string, string][] =>
    name.includes(languageEntry)
      ? [[name.slice(name.indexOf(languageEntry) + languageEntry.length), address(file)]]
      : [],
  );
  return {
    script: address(main.file),
    styles: (main.css ?? []).map(address),
    screens: Object.fromEntries(screens),
    languages: new Map(languages),
  };
}

type Asset = { type: string; plain: Buffer<ArrayBuffer>; br?: Buffer<ArrayBuffer>; gzip?: Buffer<ArrayBuffer> };

function assets(): Map<string, Asset> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const read = (name: string) => (names.includes(name) ? readFileSync(path.join(folder, name)) : undefined);
  const found = new Map<string, Asset>();
  for (const name of names) {
    const type = types[path.extname(name)];
    const plain = type === undefined || name === 'manifest.json' ? undefined : read(name);
    if (type === undefined || plain === undefined) continue;
    const [br, gzip] = [read(`${name}.br`), read(`${name}.gz`)];
    found.set(name, { type, plain, ...(br && { br }), ...(gzip && { gzip }) });
  }
  return found;
}

/** Their names stay when their content changes: browsers ask each time. */
const renewed = new Set(['service-worker.js', 'files.json']);

/**
 * Serves the files of the built app. Their names change with their content, so browsers keep them for ever; but for the service
 * worker, which has to stand at the root to serve the pages there.
 */
export function addAssets(app: Hono): void {
  const all = assets();
  const theme = readFileSync(path.join(import.meta.dirname, 'theme.js'), 'utf8');
  app.get('/app/theme.js', (context) => {
    context.header('Content-Type', 'text/javascript; charset=utf-8');
    context.header('Cache-Control', 'public, max-age=3600');
    return context.body(theme);
  });
  app.get('/service-worker.js', async (context, next) => {
    const worker = all.get('service-worker.js');
    if (worker === undefined) return next();
    return context.body(worker.plain, 200, { 'Content-Type': worker.type, 'Cache-Control': 'no-cache' });
  });
  app.get('/app/:file', async (context, next) => {
    const asset = all.get(context.req.param('file'));
    if (asset === undefined) return next();
    const accepted = context.req.header('accept-encoding') ?? '';
    const encoding = (['br', 'gzip'] as const).find((each) => asset[each] !== undefined && accepted.includes(each));
    context.header('Content-Type', asset.type);
    const name = context.req.param('file');
    context.header('Cache-Control', renewed.has(name) ? 'no-cache' : 'public, max-age=31536000, immutable');
    context.header('Vary', 'Accept-Encoding');
    if (encoding !== undefined) context.header('Content-Encoding', encoding);
    return context.body((encoding === undefined ? undefined : asset[encoding]) ?? asset.plain);
  });
}
