import { z } from 'zod';
import { readHeader, readLines } from '../spool.ts';
import { spanText } from '../span-text.ts';

/** One command of a shell, as the spool keeps it. */
export const Command = z.object({
  command: z.string(),
  exitCode: z.number().int(),
  startedAt: z.string(),
  durationMs: z.number().optional(),
  output: z.string().optional(),
});
export type Command = z.infer<typeof Command>;

/** The text of an appendix may be so long. */
const mostChars = 200_000;

function shown({ command, exitCode, startedAt, durationMs, output }: Command): string {
  const span = durationMs === undefined ? '' : `, ${spanText(durationMs)}`;
  const end = exitCode === 0 ? 'exit 0' : `exit ${exitCode}`;
  const said = output === undefined || output === '' ? [] : output.split('\n').map((line) => `  ${line}`);
  return [`# ${startedAt.slice(0, 19).replace('T', ' ')} UTC, ${end}${span}`, command, ...said].join('\n');
}

/** The commands of a shell's spool as a block of code, as post-mortems show them; empty when there were none. */
export function commandLog(file: string): string {
  const commands: string[] = [];
  let chars = 0;
  let position = readHeader(file)?.position ?? 0;
  for (;;) {
    const read = readLines(file, position);
    if (read.position === position) break;
    ({ position } = read);
    for (const line of read.lines) {
      const parsed = Command.safeParse(JSON.parse(line));
      if (!parsed.success) continue;
      const text = shown(parsed.data);
      chars += text.length;
      if (chars > mostChars) {
        commands.push('# … the rest is in the evidence');
        return fenced(commands);
      }
      commands.push(text);
    }
  }
  return commands.length === 0 ? '' : fenced(commands);
}

/** In a fence that nothing inside can end. */
function fenced(commands: string[]): string {
  const text = commands.join('\n\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}bash\n${text}\n${fence}`;
}
