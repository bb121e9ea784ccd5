import { writeFileSync } from 'node:fs';
import { builtinTemplates } from '../src/templates/index.ts';
import { seedsDocument } from '../src/templates/laws/seeds-map.ts';

// Writes docs/seeds.md from the built-in templates and their blank forms.
writeFileSync(new URL('../docs/seeds.md', import.meta.url), seedsDocument(builtinTemplates()));
