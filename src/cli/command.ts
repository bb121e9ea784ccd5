import type { ParseArgsOptionDescriptor } from 'node:util';
import type { Io } from './io.ts';

/** An option as `parseArgs` takes it, with what the help says of it. */
export type Option = ParseArgsOptionDescriptor & { value?: string; sentence: string };

/** What a command gets: positional arguments, and options by name. */
export type Arguments = {
  files: string[];
  flag: (name: string) => boolean;
  text: (name: string) => string | undefined;
  texts: (name: string) => string[];
};

/** Exit codes: the document is clean, has findings, or could not be read (usage errors too); 130 after Ctrl-C. */
export const exitCodes = { clean: 0, findings: 1, failed: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a command does; one that runs another program gives that one's exit code. */
export type Run = (args: Arguments, io: Io) => Promise<number>;

/** One command as data; the code behind it is loaded when it runs. */
export type Command = {
  /** One or two words: `check`, `template show`. */
  name: string;
  sentence: string;
  /** What follows the name: `FILE|FOLDER...`. */
  operands: string;
  /** How many operands it takes. */
  takes: { least: number; most: number };
  options: Record<string, Option>;
  examples: { line: string; sentence: string }[];
  load: () => Promise<{ run: Run }>;
};
