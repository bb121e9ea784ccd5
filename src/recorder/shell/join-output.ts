import type { Command } from './command-log.ts';

/** The commands told after one that an output is waited for; by then it does not come any more. */
const mostWaiting = 20;

/** Brings commands and what they said together, which come by two ways; gives them in the order in which they ran. */
export function joinOutput(keep: (command: Command) => void) {
  const commands: { id: string; command: Command }[] = [];
  const outputs = new Map<string, string>();
  const give = (all: boolean): void => {
    for (let [first] = commands; first !== undefined; [first] = commands) {
      const output = outputs.get(first.id);
      if (output === undefined && !all && commands.length <= mostWaiting) return;
      outputs.delete(first.id);
      commands.shift();
      keep({ ...first.command, ...(output === undefined ? {} : { output }) });
    }
  };
  return {
    command(id: string, command: Command): void {
      commands.push({ id, command });
      give(false);
    },
    output(id: string, text: string): void {
      // What a command said that the history leaves out belongs to none.
      const [oldest] = outputs.size < mostWaiting ? [] : outputs.keys();
      if (oldest !== undefined) outputs.delete(oldest);
      outputs.set(id, text);
      give(false);
    },
    end: (): void => give(true),
  };
}
