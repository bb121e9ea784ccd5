import { readFileSync } from 'node:fs';
import { compileTemplate } from './compile/compile.ts';
import { lazyTemplate } from './lazy.ts';
import type { Template } from './template.ts';

/** The templates that come with Hindcast, in order of the teams they come from. */
const builtinNames = ['trading-desk', 'slo-service', 'enterprise', 'invariants', 'agent-ops'] as const;

let templates: Template[] | undefined;

/** The built-in templates. Each is compiled when it is first used for more than choosing. */
export function builtinTemplates(): Template[] {
  templates ??= builtinNames.map((name) => {
    const source = read(`${name}.md`);
    return lazyTemplate(name, source, () => compileTemplate(source, read(`${name}.blank.md`)));
  });
  return templates;
}

function read(file: string): string {
  return readFileSync(new URL(`builtin/${file}`, import.meta.url), 'utf8');
}
