import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { codes } from '../findings/index.ts';
import { packageFolder } from './package-folder.ts';

/** The Markdown page of a finding's code; undefined when there is no such code. */
export function findingPage(code: string): string | undefined {
  const known = codes.find((each) => each.code === code);
  if (known === undefined) return undefined;
  const file = path.join(packageFolder, 'docs/findings', `${code}.md`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  return `# ${code}\n\n${known.sentence}\n\n${known.remedy}\n`;
}
