import path from 'node:path';

/** Folders of `src/` whose code runs in the browser, too. Of all others the app may import types only. */
const shared = [
  'record',
  'values',
  'figures',
  'charts',
  'measurement/starters.ts',
  'markdown/plain.ts',
  'markdown/find-quote.ts',
  'templates/layout',
  'live/protocol.ts',
  'ledger/tree',
  'operations/access/permissions.ts',
  'operations/access/ranks.ts',
];

/** Packages that the app is bundled with. */
const packages = [
  'react',
  'react-dom',
  'wouter',
  '@tanstack/react-query',
  'yjs',
  'y-protocols',
  'y-codemirror.next',
  // The record is made of it.
  'zod',
  'virtual:operations',
];
const scopes = ['@codemirror/', '@lezer/'];

const imports = /^\s*(import|export)\s+(type\s)?[^'"`;=]{0,2000}?\bfrom\s*['"]([^'"\n]+)['"]/gm;

function faultOf(file: string, specifier: string, typesOnly: boolean): string | undefined {
  if (!specifier.startsWith('.')) {
    const allowed =
      scopes.some((scope) => specifier.startsWith(scope)) ||
      packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    return allowed ? undefined : `web/ may not import the package ${specifier}`;
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  if (target.startsWith('web/')) return undefined;
  if (!target.startsWith('src/')) return `imports ${target}, which is outside web/ and src/`;
  if (typesOnly || shared.some((folder) => target === `src/${folder}` || target.startsWith(`src/${folder}/`)))
    return undefined;
  return `web/ may import types only from ${target}`;
}

/**
 * Checks one file of the app.
 * @param file path from the root, `web/folder/name.tsx`
 */
export function webViolationsIn(file: string, source: string): { file: string; line: number; message: string }[] {
  if (!/^web\/.*\.tsx?$/.test(file) || /\.test\.|\.d\.ts$/.test(file)) return [];
  return [...source.matchAll(imports)].flatMap(({ 2: type, 3: specifier = '', index }) => {
    const message = faultOf(file, specifier, type !== undefined);
    const line = source.slice(0, index).split('\n').length + (source[index] === '\n' ? 1 : 0);
    return message === undefined ? [] : [{ file, line, message }];
  });
}
