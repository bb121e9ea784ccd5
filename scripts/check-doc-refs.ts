import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brokenReferences } from './doc-references.ts';
import { projectFiles, root } from './project-files.ts';

const isProse = (file: string) =>
  file.endsWith('.md') && !file.startsWith('src/') && !file.startsWith('examples/') && !file.startsWith('test/');
const documents = projectFiles().filter(isProse);
const exists = (file: string) => existsSync(path.join(root, file));
const broken = documents.flatMap((file) => brokenReferences(file, readFileSync(path.join(root, file), 'utf8'), exists));
for (const { file, line, reference } of broken)
  console.log(`${file}:${line}  names ${reference}, which does not exist`);
console.log(`${documents.length} documents, ${broken.length} broken references`);
process.exitCode = broken.length === 0 ? 0 : 1;
