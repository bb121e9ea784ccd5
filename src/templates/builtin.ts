import { readFileSync } from 'node:fs';
import { compileTemplate } from './compile/compile.ts';
import type { Template } from './template.ts';

/** The templates that come with Hindcast, in order of the teams they come from. */
export const builtinNames = ['trading-desk', 'slo-service', 'enterprise', 'invariants', 'agent-ops'] as const;

let compiled: Template[] | undefined;

/** The built-in templates, read and compiled once. */
export function builtinTemplates(): Template[] {
  compiled ??= builtinNames.map((name) => compileTemplate(read(`${name}.md`), read(`${name}.blank.md`)));
  return compiled;
}

function read(file: string): string {
  return readFileSync(new URL(`builtin/${file}`, import.meta.url), 'utf8');
}
