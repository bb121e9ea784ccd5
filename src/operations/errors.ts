import { type Said, sentence } from '../record/said.ts';
import { accessErrors } from './access-errors.ts';
import { actionErrors } from './action-errors.ts';
import { clockErrors } from './clock-errors.ts';
import { documentErrors } from './document-errors.ts';
import { hookErrors } from './hook-errors.ts';
import { outsideErrors } from './outside-errors.ts';
import { reviewErrors } from './review-errors.ts';
import { noticeErrors } from './notice-errors.ts';
import { serverErrors } from './server-errors.ts';
import { serviceErrors } from './service-errors.ts';
import { trackerErrors } from './tracker-errors.ts';

/**
 * Everything that can stop an operation, as a closed list. `{name}` is filled from the details.
 * Each code has a section in docs/errors.md; a test compares. Faces map a code once (the command line: exit 2).
 */
export const errorList = {
  ...documentErrors,
  ...accessErrors,
  ...serverErrors,
  ...hookErrors,
  ...serviceErrors,
  ...actionErrors,
  ...reviewErrors,
  ...clockErrors,
  ...noticeErrors,
  ...outsideErrors,
  ...trackerErrors,
} as const;

export type ErrorCode = keyof typeof errorList;

/** A form with those details that have a hole in it. */
const said = (form: string, details: Said['values']): Said => ({
  form,
  values: Object.fromEntries(Object.entries(details).filter(([hole]) => form.includes(`{${hole}}`))),
});

/** The one error an operation throws on purpose: a code of the list, with its message and remedy filled in. */
export class HindcastError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  /** Message and remedy in parts, for those who tell them in another language. */
  readonly says: { title: Said; detail: Said };
  /** What a program needs to go on, such as both values of a conflict. */
  readonly data: unknown;

  constructor(
    code: ErrorCode,
    details: Said['values'] = {},
    { data, cause }: { data?: unknown; cause?: unknown } = {},
  ) {
    const says = { title: said(errorList[code].message, details), detail: said(errorList[code].remedy, details) };
    super(sentence(says.title), cause === undefined ? undefined : { cause });
    this.data = data;
    this.name = 'HindcastError';
    this.code = code;
    this.remedy = sentence(says.detail);
    this.says = says;
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
