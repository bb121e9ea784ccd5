import { accessErrors } from './access-errors.ts';
import { documentErrors } from './document-errors.ts';
import { serverErrors } from './server-errors.ts';

/**
 * Everything that can stop an operation, as a closed list. `{name}` is filled from the details.
 * Each code has a section in docs/errors.md; a test compares. Faces map a code once (the command line: exit 2).
 */
export const errorList = { ...documentErrors, ...accessErrors, ...serverErrors } as const;

export type ErrorCode = keyof typeof errorList;

const fill = (template: string, details: Record<string, string>) =>
  template.replace(/\{(\w{1,20})\}/g, (hole, name: string) =>
    Object.hasOwn(details, name) ? (details[name] ?? hole) : hole,
  );

/** The one error an operation throws on purpose: a code of the list, with its message and remedy filled in. */
export class HindcastError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  /** What a program needs to go on, such as both values of a conflict. */
  readonly data: unknown;

  constructor(
    code: ErrorCode,
    details: Record<string, string> = {},
    { data, cause }: { data?: unknown; cause?: unknown } = {},
  ) {
    super(fill(errorList[code].message, details), cause === undefined ? undefined : { cause });
    this.data = data;
    this.name = 'HindcastError';
    this.code = code;
    this.remedy = fill(errorList[code].remedy, details);
  }
}

/** The words of any thrown thing; of a system error (`ENOENT: no such file, open 'x'`) what happened, without code and call. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (typeof code !== 'string' || typeof syscall !== 'string') return error.message;
  const [happened = ''] = error.message.split(`, ${syscall}`);
  return happened.startsWith(`${code}: `) ? happened.slice(code.length + 2) : happened;
}
