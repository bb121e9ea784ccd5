import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { compileTemplate } from '../compile/compile.ts';
import { readWithTemplate } from '../read/read.ts';
import { inventedForms } from './forms.fixture.ts';
import { learnTemplate } from './learn.ts';

const shreds = [
  '{{x}}',
  '}}',
  '{{',
  '|',
  '\n- [ ] [x]\n',
  '**Owner:** ',
  '```\n',
  '\n## Timeline\n',
  '{{incident.id}}',
];
const more = [
  '\u0000',
  'HH:MM ',
  '<x y>',
  '\n| a | b |\n|---|---|\n| | |\n',
  '=',
  ',',
  '\r\n',
  '  - nested: [x]\n',
  '> ',
];

test('whatever is written into a form, the template learned from it compiles and reads it', () => {
  const cut = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), shred: fc.constantFrom(...shreds, ...more) });
  const damaged = fc.tuple(fc.constantFrom(...inventedForms), fc.array(cut, { maxLength: 6 }));
  fc.assert(
    fc.property(damaged, ([{ source }, cuts]) => {
      let text = source;
      for (const { at, shred } of cuts) {
        const place = Math.floor(at * text.length);
        text = text.slice(0, place) + shred + text.slice(place);
      }
      const { template, form } = learnTemplate(parseMarkdown(text), { name: 'learned' });
      if (template !== '') readWithTemplate(parseMarkdown(form), compileTemplate(template, form));
    }),
    { numRuns: 400 },
  );
});
