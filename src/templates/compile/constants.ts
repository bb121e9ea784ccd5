import type { Constant } from '../template.ts';
import { TemplateError } from '../template-error.ts';
import { constantOf } from './slot.ts';

const placeholder = /\{\{([^{}\n]{0,300})\}\}/g;

/**
 * Takes the constants out of a template's body, line by line, so that the rest can be parsed as the document it looks
 * like. Checkbox constants (`[{{path=value}}]`) stay. Also checks the form of every placeholder.
 */
export function takeConstants(body: string, firstLine: number): { body: string; constants: Map<number, Constant[]> } {
  const constants = new Map<number, Constant[]>();
  const lines = body.split('\n').map((text, index) => {
    if (!text.includes('{{')) return text;
    const line = firstLine + index;
    checkForm(text, line);
    return text.replace(placeholder, (whole, inner: string, at: number) => {
      const [path = '', value] = splitOnce(inner.trim());
      const boxed = text[at - 1] === '[' && text[at + whole.length] === ']';
      if (value === undefined || boxed) return whole;
      const found = constantOf(path, value, line);
      constants.set(index, [...(constants.get(index) ?? []), found]);
      return '';
    });
  });
  return { body: lines.join('\n'), constants };
}

function splitOnce(text: string): [string, string?] {
  const at = text.indexOf('=');
  return at < 0 ? [text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function checkForm(text: string, line: number): void {
  const opened = text.split('{{').length - 1;
  const whole = text.match(placeholder) ?? [];
  if (whole.length !== opened || text.split('}}').length - 1 !== opened)
    throw new TemplateError(line, 'A placeholder is not closed on its line.', 'Write it as {{path}} on one line.');
  for (const found of whole) {
    if (found.includes('|'))
      throw new TemplateError(line, `\`${found}\` holds a pipe.`, 'A pipe would cut a table cell; use {{path}} alone.');
    if (/\{\{\s*\}\}/.test(found))
      throw new TemplateError(line, 'A placeholder is empty.', 'Write a path such as {{incident.id}}.');
  }
}
