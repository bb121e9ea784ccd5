import { readFileSync } from 'node:fs';
import path from 'node:path';
import { violationsIn } from './boundary-rules.ts';
import { projectFiles, root } from './project-files.ts';
import { webViolationsIn } from './web-boundary.ts';

const files = projectFiles().filter((file) => /^(?:src|web)\/.*\.tsx?$/.test(file));
const violations = files.flatMap((file) => {
  const source = readFileSync(path.join(root, file), 'utf8');
  return [...violationsIn(file, source), ...webViolationsIn(file, source)];
});
for (const { file, line, message } of violations) console.log(`${file}:${line}  ${message}`);
console.log(`${files.length} files, ${violations.length} boundary violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
