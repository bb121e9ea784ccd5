import { z } from 'zod';

const Problem = z.object({
  title: z.string(),
  detail: z.string().optional(),
  code: z.string().optional(),
  data: z.unknown().optional(),
});

/** What a server answered instead of a result, with its own code and remedy. */
export class ServerProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly remedy: string;
  readonly data: unknown;

  constructor(status: number, text: string) {
    const parsed = Problem.safeParse(jsonOf(text));
    super(parsed.success ? parsed.data.title : `the server answered ${status}`);
    this.name = 'ServerProblem';
    this.status = status;
    this.code = (parsed.success ? parsed.data.code : undefined) ?? 'server';
    this.remedy = (parsed.success ? parsed.data.detail : undefined) ?? 'Check that the address is that of a Hindcast.';
    this.data = parsed.success ? parsed.data.data : undefined;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
