// `const { title, parts: rest } = words.home` and `const own = words.home.parts`.
const takenApart = /const \{([^{}]*)\} =\s*(\w+)((?:\.\w+)*);/g;
const named = /const (\w+) =\s*(\w+)((?:\.\w+)+);/g;

const joined = (...names: string[]): string => names.filter((name) => name !== '').join('.');

/** What names in one source stand for: paths into the catalogue, which is called `words`. */
function namesIn(source: string): Map<string, string> {
  const names = new Map([['words', '']]);
  const add = (name: string, from: string, path: string): void => {
    const base = names.get(from);
    if (base !== undefined && !names.has(name)) names.set(name, joined(base, path));
  };
  for (let before = 0; before < names.size;) {
    before = names.size;
    for (const [, parts = '', from = '', path = ''] of source.matchAll(takenApart))
      for (const [, key = '', name = key] of parts.matchAll(/(\w+)(?:: (\w+))?/g))
        add(name, from, joined(path.slice(1), key));
    for (const [, name = '', from = '', path = ''] of source.matchAll(named)) add(name, from, path.slice(1));
  }
  return names;
}

/** Paths that a source reads. One that is only taken apart is left to what its parts are used for. */
function pathsRead(source: string): string[] {
  const rest = source.replace(takenApart, '').replace(named, '');
  return [...namesIn(source)].flatMap(([name, base]) =>
    [...rest.matchAll(new RegExp(`(?<![\\w$]|(?<!\\.\\.)\\.)${name}((?:\\.\\w+)*)(?!\\w)`, 'g'))].map(([, path = '']) =>
      joined(base, path.slice(1)),
    ),
  );
}

const leavesOf = (value: object, path = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? leavesOf(inner as object, joined(path, key))
      : [joined(path, key)],
  );

/** Words of a catalogue that no source reads, by path. Where a source reads a whole group, all in it counts as read. */
export function unusedWords(words: object, sources: readonly string[]): string[] {
  const read = new Set(sources.flatMap(pathsRead));
  read.delete('');
  const isRead = (leaf: string): boolean =>
    [...read].some((path) => path === leaf || leaf.startsWith(`${path}.`) || path.startsWith(`${leaf}.`));
  return leavesOf(words).filter((leaf) => !isRead(leaf));
}
