import path from 'node:path';

/** One path a document names that is not there. */
export type BrokenReference = { file: string; line: number; reference: string };

/** `src/cli/main.ts`, `docs/errors.md`, `bin/hindcast`: code spans that look like a path of this project. */
const codePath = /`((?:\.\/)?(?:src|docs|scripts|test|bench|bin|examples|\.ci)\/[\w./*<>-]{0,200})`/g;
/** `[text](target)` that is no web address and no anchor. */
const linkTarget = /\]\(([^)\s]{1,300})\)/g;

/**
 * Paths that a Markdown file names and `exists` does not know. Links count from the file, code spans from the root.
 * Patterns (`*`, `<name>`, `NAME.md`) are not looked up.
 */
export function brokenReferences(file: string, text: string, exists: (file: string) => boolean): BrokenReference[] {
  const broken: BrokenReference[] = [];
  let fenced = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    if (fenced) continue;
    const targets = [...line.matchAll(codePath)].map((match) => match[1] ?? '');
    for (const match of line.matchAll(linkTarget)) {
      const target = (match[1] ?? '').split('#')[0] ?? '';
      if (target === '' || /^[a-z]+:/i.test(target)) continue;
      targets.push(path.posix.join(path.posix.dirname(file), target));
    }
    for (const target of targets) {
      const reference = path.posix.normalize(target).replace(/\/$/, '');
      if (!/[*<>]|\b(?:NAME|CODE)\b/.test(reference) && !exists(reference))
        broken.push({ file, line: index + 1, reference });
    }
  }
  return broken;
}
