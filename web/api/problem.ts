import { told } from '../parts/told.ts';

/** A request that was refused, as the server says why (RFC 9457), or that could not be made (`offline`). */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  /** What to do, as the server puts it. */
  readonly advice: string;
  readonly data: unknown;

  constructor(
    code: string,
    status: number,
    title: string,
    { advice = '', data }: { advice?: string; data?: unknown } = {},
  ) {
    super(title);
    this.code = code;
    this.status = status;
    this.advice = advice;
    this.data = data;
  }
}

type Body = {
  code?: string;
  title?: string;
  detail?: string;
  data?: unknown;
  says?: { title?: unknown; detail?: unknown };
};

/** The problem a response tells of. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Body;
  const { code = 'unknown', title = response.statusText, detail, data, says } = body;
  return new Problem(code, response.status, told(title, says?.title), {
    ...(detail === undefined ? {} : { advice: told(detail, says?.detail) }),
    data,
  });
}

/** Whatever was thrown, as a problem. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem('unknown', 0, error instanceof Error ? error.message : String(error));

/** Whatever was thrown in words: what went wrong, and what to do. */
export function problemText(error: unknown): string {
  const { message, advice } = asProblem(error);
  return [message, advice].filter(Boolean).join(' ');
}
