import path from 'node:path';

const classes = /\.([a-zA-Z][\w-]*)/g;
const imported = /^import (\w+) from '([^']+\.module\.css)'/gm;

/**
 * Classes of style sheets that none of the sources that import them reads. One that is read as `style[name]` may be any class.
 * @param sheets text by path
 * @param sources text by path
 */
export function unusedClasses(sheets: ReadonlyMap<string, string>, sources: ReadonlyMap<string, string>): string[] {
  const readers = new Map<string, string[]>();
  for (const [file, source] of sources)
    for (const [, name = '', specifier = ''] of source.matchAll(imported)) {
      const sheet = path.posix.join(path.posix.dirname(file), specifier);
      const reads = [...source.matchAll(new RegExp(`\\b${name}(?:\\.(\\w+)|(\\[))`, 'g'))].map(
        ([, read, any]) => read ?? any ?? '',
      );
      readers.set(sheet, [...(readers.get(sheet) ?? []), ...reads]);
    }
  return [...sheets].flatMap(([sheet, css]) => {
    const reads = new Set(readers.get(sheet));
    if (reads.has('[')) return [];
    const own = new Set([...css.replace(/\/\*[^]*?\*\//g, '').matchAll(classes)].map(([, name = '']) => name));
    return [...own].filter((name) => !reads.has(name)).map((name) => `${sheet}: .${name}`);
  });
}
