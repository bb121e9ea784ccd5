import type { z } from 'zod';
import type { Template } from '../templates/index.ts';
import type { Config } from './config.ts';
import { HindcastError } from './errors.ts';

/** What surrounds a call: operations read no clock, no disk and no environment. */
export type Context = {
  /** RFC 3339 instant of the call. */
  now: string;
  config: Config;
  /** Templates to choose from: the team's own first, then the built-in ones. */
  templates: Template[];
};

/** One thing Hindcast can do, as data. Every face (command line, later HTTP and MCP) is a loop over the list of these. */
export type Operation<Input, Output> = {
  /** `noun.verb`. */
  name: string;
  /** What it does, in one sentence. */
  sentence: string;
  effect: 'read' | 'write';
  input: z.ZodType<Input>;
  run: (input: Input, context: Context) => Output | Promise<Output>;
};

/**
 * Runs an operation on input of unknown shape.
 * @throws HindcastError `usage` when the input does not fit the schema, or what the operation throws
 */
export async function call<Input, Output>(
  operation: Operation<Input, Output>,
  input: NoInfer<Input>,
  context: Context,
): Promise<Output> {
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return operation.run(parsed.data, context);
  const issue = parsed.error.issues[0];
  const reason = `${operation.name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'invalid input'}`;
  throw new HindcastError('usage', { reason, command: operation.name.split('.').at(-1) ?? '' });
}
