import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TemplateError } from '../template-error.ts';
import { compileTemplate } from './compile.ts';

const refused = (source: string, what: RegExp, remedy: RegExp) =>
  assert.throws(
    () => compileTemplate(source),
    (error) => error instanceof TemplateError && what.test(error.message) && remedy.test(error.remedy),
  );

test('aliases that blow up are a fault of the template, with its line', () => {
  const bomb = `a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]`;
  refused(`---\nname: t\n${bomb}\n---\n# {{incident.title}}\n`, /front matter cannot be read/, /without aliases/);
});

test('a path that is like no other gets no empty suggestion', () => {
  refused('---\nname: t\n---\n# {{ __proto__.x }}\n', /no field/, /^All paths/);
});
