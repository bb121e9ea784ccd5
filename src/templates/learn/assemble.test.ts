import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../../markdown/blocks.ts';
import { compileTemplate } from '../compile/compile.ts';
import { learnTemplate } from './learn.ts';

const learn = (text: string): string => {
  const { template, form } = learnTemplate(parseMarkdown(text), { name: 'learned' });
  compileTemplate(template, form);
  return template;
};
const rest =
  '\n## Timeline\n\n- HH:MM what happened\n\n## Root cause\n\n<Why did it happen?>\n\n## Impact\n\n<Who was hit?>\n';

test('rows below a bound line with a pipe stay the text they are in the form', () => {
  const template = learn(`# Post-Mortem\n\n**Owner:** |\n| a | b |\n|---|---|\n| | |\n**Status:**\n${rest}`);
  assert.match(template, /\*\*Owner:\*\* \{\{document\.owner\}\} \|\n\| a/);
});

test('a bound line right below a bound item is no part of it', () => {
  const template = learn(
    `# Post-Mortem\n\n- Incident: \n- Severity: \n- Detected at: \n**Owner:** \n- Resolved at: \n${rest}`,
  );
  assert.match(template, /Detected at: .{1,80}\n\n\*\*Owner:\*\* /);
});
