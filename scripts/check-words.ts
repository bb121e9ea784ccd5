import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFiles, root } from './project-files.ts';
import { ownWordsIn } from './shown-words.ts';

const files = projectFiles().filter((file) => file.startsWith('web/'));
const found = files.flatMap((file) => ownWordsIn(file, readFileSync(path.join(root, file), 'utf8')));
for (const { file, line, message } of found) console.log(`${file}:${line}  ${message}`);
console.log(`${found.length} texts outside web/words`);
process.exitCode = found.length === 0 ? 0 : 1;
