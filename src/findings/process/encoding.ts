import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';

const code: Code = {
  code: 'encoding.damaged',
  severity: 'warning',
  sentence: 'The text was decoded with the wrong character set, and signs such as ✅ or – are debris.',
  remedy: 'Take the offered repair after a look at its preview, and save the file as UTF-8.',
};

const names: { [kind: string]: string } = { 'mac-roman': 'Mac Roman', 'windows-1252': 'Windows-1252' };

/** Documents that were once read as Mac Roman or Windows-1252. */
export const encoding: Check = {
  codes: [code],
  run(context) {
    const { damaged, kind = '' } = context.encoding;
    if (!damaged) return [];
    const message = Object.hasOwn(names, kind)
      ? say`The document is UTF-8 that was once decoded as ${names[kind]}.`
      : say`The document is UTF-8 that was once decoded wrongly.`;
    return [context.report(code, { message, line: 1 })];
  },
};
