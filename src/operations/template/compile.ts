import { compileTemplate, type Template, TemplateError } from '../../templates/index.ts';
import { HindcastError } from '../errors.ts';

/** Compiles a template that somebody sent. @throws HindcastError `template.invalid`, naming the line */
export function compileSent(source: string): Template {
  try {
    return compileTemplate(source);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { line, what, remedy } = error;
    throw new HindcastError(
      'template.invalid',
      { file: 'the template', line: String(line), reason: what, advice: remedy },
      { data: { line } },
    );
  }
}
