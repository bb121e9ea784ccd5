import type { SecretInput } from '../../../../src/operations/service/secret.ts';

/** What was typed as secrets: a header a line, and the address of a database. */
export type Typed = { headers: string; database: string };

const headerForm = /^\s*([\w!#$%&'*+.^`|~-]+)\s*:\s*(\S.*?)\s*$/;
const linesOf = ({ headers }: Typed): string[] => headers.split('\n').filter((line) => line.trim() !== '');

/** Whether every line is a header. */
export const areHeaders = (typed: Typed): boolean => linesOf(typed).every((line) => headerForm.test(line));

/** As the server takes it: what was left empty stays as it is kept. */
export function secretsOf(typed: Typed): SecretInput {
  const pairs = linesOf(typed).map((line) => headerForm.exec(line)?.slice(1) as [string, string]);
  return {
    ...(pairs.length === 0 ? {} : { headers: Object.fromEntries(pairs) }),
    ...(typed.database.trim() === '' ? {} : { database: typed.database.trim() }),
  };
}
