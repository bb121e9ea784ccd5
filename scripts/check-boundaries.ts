import { readFileSync } from 'node:fs';
import path from 'node:path';
import { violationsIn } from './boundary-rules.ts';
import { projectFiles, root } from './project-files.ts';

const files = projectFiles().filter((file) => file.startsWith('src/') && file.endsWith('.ts'));
const violations = files.flatMap((file) => violationsIn(file, readFileSync(path.join(root, file), 'utf8')));
for (const { file, line, message } of violations) console.log(`${file}:${line}  ${message}`);
console.log(`${files.length} files, ${violations.length} boundary violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
