export { builtinNames, builtinTemplates } from './builtin.ts';
export { chooseTemplate } from './choose.ts';
export { compileTemplate } from './compile/compile.ts';
export { readWithTemplate, type TemplateReading } from './read/read.ts';
export type { Template } from './template.ts';
export { TemplateError } from './template-error.ts';
export { writeWithTemplate } from './write/write.ts';
export { patchDocument, type PatchValue } from './patch/patch.ts';
export { PatchError } from './patch/patch-error.ts';
