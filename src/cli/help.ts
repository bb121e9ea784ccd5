import type { Command, Option } from './command.ts';
import { commands } from './command-list.ts';
import { commonOptions } from './options.ts';
import type { Style } from './text/style.ts';
import { table } from './text/table.ts';

const columns = 120;

/** What `hindcast --help` prints. */
export function overview(style: Style): string {
  const rows = commands.map((command) => [{ text: command.name, look: 'strong' } as const, command.sentence]);
  return [
    'Hindcast computes incident post-mortems from evidence, and finds what contradicts itself.\n\n',
    `${style('strong', 'Usage')}  hindcast COMMAND [OPTIONS]\n\n`,
    table(rows, style, columns),
    '\nhindcast COMMAND --help explains one. `-` as FILE is standard input. --json works everywhere.\n',
    'Exit codes: 0 clean, 1 findings, 2 cannot read or wrong use, 130 stopped by Ctrl-C.\n',
  ].join('');
}

function optionRow([name, option]: [string, Option]): [{ text: string; look: 'strong' }, string] {
  const short = option.short === undefined ? '    ' : `-${option.short}, `;
  const value = option.value === undefined ? '' : ` ${option.value}`;
  return [{ text: `${short}--${name}${value}`, look: 'strong' }, option.sentence];
}

/** What `hindcast COMMAND --help` prints. */
export function commandHelp(command: Command, style: Style): string {
  const usage = `hindcast ${command.name} ${command.operands}`.trimEnd();
  const options = Object.entries({ ...command.options, ...commonOptions }).map(optionRow);
  const examples = command.examples.map(
    ({ line, sentence }) => `  hindcast ${line}\n      ${style('faint', sentence)}\n`,
  );
  return [
    `${command.sentence}\n\n`,
    `${style('strong', 'Usage')}  ${usage} [OPTIONS]\n\n`,
    `${style('strong', 'Options')}\n${table(options, style, columns)}\n`,
    examples.length === 0 ? '' : `${style('strong', 'Examples')}\n${examples.join('')}`,
  ]
    .join('')
    .replace(/\n+$/, '\n');
}
