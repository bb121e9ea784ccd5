import type { Option } from './command.ts';

/** Options that every command has. */
export const commonOptions: Record<string, Option> = {
  json: { type: 'boolean', sentence: 'print JSON instead of text' },
  'no-color': { type: 'boolean', sentence: 'no colours (NO_COLOR does the same)' },
  help: { type: 'boolean', short: 'h', sentence: 'explain this command' },
};

export const template: Option = {
  type: 'string',
  short: 't',
  value: 'NAME',
  sentence: 'template to use; a file works too',
};
export const config: Option = {
  type: 'string',
  short: 'c',
  value: 'FILE',
  sentence: 'hindcast.yaml to use instead of the nearest one',
};
export const output: Option = { type: 'string', short: 'o', value: 'OUT', sentence: 'file to write' };
export const paper: Option = { type: 'string', value: 'SIZE', sentence: 'a4 (default) or letter, for .pdf and .docx' };
export const examples: Option = { type: 'boolean', sentence: "count the template's example rows as values" };
