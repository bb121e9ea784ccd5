import type { z } from 'zod';

/** The first thing that is wrong with a value, in words: `startsAt: expected string, received number`. */
export function issueText(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'it has another shape';
  const path = issue.path.map(String).join('.').slice(0, 80);
  const message = issue.message.replace(/^Invalid input: /, '').slice(0, 160);
  return path === '' ? message : `${path}: ${message}`;
}
