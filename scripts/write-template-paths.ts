import { readFileSync, writeFileSync } from 'node:fs';
import { pathTable } from '../src/templates/laws/path-table.ts';

// Writes the last section of docs/templates.md from the catalogue of the record.
const file = new URL('../docs/templates.md', import.meta.url);
const text = readFileSync(file, 'utf8');
const at = text.indexOf('## Paths\n');
writeFileSync(file, `${text.slice(0, at)}${pathTable()}`);
