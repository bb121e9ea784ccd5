/** A template that cannot be used: what is wrong, on which line, and what to do. */
export class TemplateError extends Error {
  override name = 'TemplateError';
  /** 1-based line in the template file. */
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
  constructor(line: number, what: string, remedy: string) {
    super(`line ${line}: ${what} ${remedy}`);
    this.line = line;
    this.what = what;
    this.remedy = remedy;
  }
}
