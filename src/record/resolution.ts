import { z } from 'zod';
import { line, prose } from './field.ts';
import { moment } from './moment.ts';

/** One step taken: by hand or by a tool call with its JSON and result. */
export const Step = z.object({
  text: line(),
  tool: line(),
  command: prose(),
  result: line(),
  at: moment(),
  /** Who took it: a person by name, or `agent` and the name of the software. */
  by: line(),
  /** How a person stepped in: what was confirmed, declined or done otherwise. */
  override: line(),
});

/** A fix that holds: `temporary` or `permanent`. */
export const Mitigation = z.object({ kind: line(), text: line() });

/** Words on the resolution as a whole. */
export const Resolution = z.object({ text: prose(), whyItWorked: prose() });
