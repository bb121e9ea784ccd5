import { z } from 'zod';
import { kindOf } from '../../../src/record/field.ts';
import { recordShape } from '../../../src/record/record.ts';

/** Texts that run something where they are taken for anything but text. Each calls `hurt`, which every page of the test has. */
export const payloads: readonly string[] = [
  '"><img src=x onerror=hurt(1)><script>hurt(2)</script>',
  "'><svg onload=hurt(3)> ' onmouseover='hurt(4)' autofocus onfocus='hurt(5)",
  '[press](javascript:hurt(6)) <javascript:hurt(7)> [b]( JaVa\tScRiPt:hurt(8))',
  'javascript:hurt(9)//',
  'data:text/html,<script>hurt(10)</script>',
  '![p](javascript:hurt(11)) ![q](data:image/svg+xml,<svg onload="hurt(12)"/>) ![r](https://evil.test/x.png)',
  '</title></textarea></style></script><script src=//evil.test/x.js></script><base href=//evil.test/>',
  '{{incident.title}} {{__proto__.polluted}} ${hurt(13)} <%= hurt(14) %> #{hurt(15)}',
  '<a href="javascript:hurt(16)">a</a><iframe srcdoc="<script>parent.hurt(17)</script>"></iframe><object data=javascript:hurt(18)>',
  '=cmd|"/c calc"!A1 \u202Egpj.exe\u202C __proto__ <!-- --!> ]]> --><script>hurt(19)</script>',
  '\\href{javascript:hurt(20)}{x} #link("javascript:hurt(21)")[x] #eval("1") \\input{/etc/passwd}',
  '<math><mi xlink:href="javascript:hurt(22)">x</mi></math><style>@import "//evil.test/x.css";</style>',
];

let next = 0;
const payload = (): string => payloads[(next += 1) % payloads.length] ?? '';
const linePayload = (): string => payload().replaceAll(/\s+/g, ' ');
/** Prose carries several, as blocks of its own. */
const proseAll = (): string =>
  `${payload()}\n\n- ${linePayload()}\n\n> ${linePayload()}\n\n| a | b |\n|---|---|\n| ${linePayload().replaceAll('|', '\\|')} | x |\n\n    ${linePayload()}`;

/** A value of a schema with a payload wherever it takes a text. */
function hostile(schema: z.ZodType): unknown {
  const kind = kindOf(schema);
  if (kind === 'prose') return proseAll();
  if (kind === 'line' || kind === 'choice' || kind === 'day') return linePayload();
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return hostile(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodString) return linePayload();
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return 1;
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodArray) return [hostile(schema.element as z.ZodType), hostile(schema.element as z.ZodType)];
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(Object.entries(schema.shape).map(([name, inner]) => [name, hostile(inner as z.ZodType)]));
  throw new Error(`no hostile value for a ${schema.constructor.name}: say here what it takes`);
}

type Fields = Record<string, unknown>;

/** A record with a payload in every text of every field; two events have real times, so that charts and figures draw them. */
export function hostileRecord(): Fields {
  const record = hostile(z.object(recordShape as z.ZodRawShape)) as Record<string, Fields[]> & Fields;
  const times = ['2026-10-14T14:02Z', '2026-10-14T14:49Z'];
  const milestones = ['impactStarted', 'mitigated'];
  record['timeline'] = (record['timeline'] as Fields[]).flatMap((event, index) => [
    event,
    { ...event, at: times[index], precision: 'instant', milestone: milestones[index], zone: payload() },
  ]);
  const { figure: _, ...claim } = (record['claims'] as Fields[])[0] ?? {};
  record['claims'] = ['duration', 'timeToDetect', 'costTotal', '<img src=x onerror=hurt(23)>'].map((figure) => ({
    ...claim,
    figure,
  }));
  return record;
}
