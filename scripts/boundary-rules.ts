import path from 'node:path';
import { type Boundary, boundaries, exceptions, queryFolders } from './boundary-table.ts';

/** One forbidden import or call. */
export type Violation = { file: string; line: number; message: string };

// `import x from 'a'`, `export * from 'a'`; `import 'a'`; `import('a')`. The specifier is in one of the groups.
const importPattern =
  /^\s*(?:import|export)\b[^'"`;=]{0,2000}?\bfrom\s*['"]([^'"\n]+)['"]|^\s*import\s*['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm;

/** Calls that read a clock, the process or chance; a pure function gets them as arguments. */
const impureCalls: { pattern: RegExp; what: string }[] = [
  { pattern: /\bDate\.now\s*\(/g, what: 'Date.now()' },
  { pattern: /\bnew Date\s*\(\s*\)/g, what: 'new Date() without an argument' },
  { pattern: /\bTemporal\.Now\b/g, what: 'Temporal.Now' },
  { pattern: /\bperformance\.now\s*\(/g, what: 'performance.now()' },
  { pattern: /\bMath\.random\s*\(/g, what: 'Math.random()' },
  { pattern: /\bprocess\.\w/g, what: 'process.*' },
  { pattern: /\bfetch\s*\(/g, what: 'fetch()' },
];

/** A query of one's own, typed or as text; `connect`, to hand a connection on, is none. */
const queries = /\bkysely\b|\bdatabase\s*\.\s*query\b|\.query\s*</g;

/** Blanks comments, keeping every offset, so that prose about `process.exit` is no violation. */
function withoutComments(source: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return source.replace(/\/\*[^]*?\*\//g, blank).replace(/^\s*\/\/.*$/gm, blank);
}

const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length;

/** `@scope/name/deep` to `@scope/name`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function importFault(file: string, boundary: Boundary, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
    const [top, folder, ...rest] = target.split('/');
    if (top !== 'src' || folder === undefined) return `imports ${target}, which is outside src/`;
    if (rest.length === 0 || folder === boundary.folder || boundary.folders.includes(folder)) return undefined;
    return `${boundary.folder}/ may not import ${folder}/ (${target})`;
  }
  const allowed = exceptions.find((exception) => exception.file === file)?.packages ?? [];
  if (allowed.includes(specifier)) return undefined;
  if (specifier.startsWith('node:')) {
    return boundary.packages.includes('node:') ? undefined : `${boundary.folder}/ is pure: no ${specifier}`;
  }
  const name = packageOf(specifier);
  return boundary.packages.includes(name) ? undefined : `${boundary.folder}/ may not import the package ${name}`;
}

/**
 * Checks one file of `src/` against the table. Tests are free: they may read files and use the test runner.
 * @param file path from the root, `src/folder/name.ts`
 */
export function violationsIn(file: string, source: string): Violation[] {
  if (!file.startsWith('src/') || !file.endsWith('.ts') || file.endsWith('.test.ts')) return [];
  const folder = file.split('/')[1] ?? '';
  const boundary = boundaries.find((entry) => entry.folder === folder);
  if (boundary === undefined) {
    return [{ file, line: 1, message: `src/${folder} has no row in scripts/boundary-table.ts` }];
  }
  const code = withoutComments(source);
  const violations: Violation[] = [];
  for (const match of code.matchAll(importPattern)) {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    const fault = importFault(file, boundary, specifier);
    if (fault !== undefined) {
      violations.push({ file, line: lineAt(code, match.index + match[0].lastIndexOf(specifier)), message: fault });
    }
  }
  if (!queryFolders.includes(folder))
    for (const match of code.matchAll(queries))
      violations.push({ file, line: lineAt(code, match.index), message: `${folder}/ may not query the database` });
  if (!boundary.pure || exceptions.some((exception) => exception.file === file)) return violations;
  for (const { pattern, what } of impureCalls) {
    for (const match of code.matchAll(pattern)) {
      violations.push({ file, line: lineAt(code, match.index), message: `${folder}/ is pure: no ${what}` });
    }
  }
  return violations;
}
