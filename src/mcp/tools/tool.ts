import type { Tool } from '@modelcontextprotocol/server';
import { proposableOperations, storedOperations } from '../../operations/stored.ts';
import type { AnyStored } from '../../operations/stored-operation.ts';
import type { Self } from '../desk.ts';
import { leftOut } from './left-out.ts';
import { meaningOf } from './meanings.ts';
import { type Schema, toolSchema } from './schema.ts';
import { isInSets } from './toolsets.ts';

/** An operation as a caller meets it: done at once, or put before a person. */
export type Offer = { operation: AnyStored; way: 'direct' | 'propose' };

/** `incident.use-template` as every client takes it: letters, digits and `_`. */
export const toolName = ({ name }: AnyStored): string => name.replaceAll(/[.-]/g, '_');

const offerable = storedOperations.filter(({ name }) => !leftOut.some(({ names }) => names.test(name)));
const proposable = new Set(proposableOperations);

/** How a caller may use an operation; undefined where they may not at all. */
function wayOf(operation: AnyStored, { may }: Self): Offer['way'] | undefined {
  if (may.includes(operation.permission)) return 'direct';
  return proposable.has(operation) && may.includes('incident.propose') ? 'propose' : undefined;
}

/** The operations that a caller is offered as tools, in the order of the list. */
export const offersTo = (self: Self, sets: readonly string[]): Offer[] =>
  offerable.flatMap((operation) => {
    const way = isInSets(operation, sets) ? wayOf(operation, self) : undefined;
    return way === undefined ? [] : [{ operation, way }];
  });

/** The operation of a tool; undefined where this caller has none of that name. */
export function offerOf(name: string, self: Self): Offer | undefined {
  const operation = offerable.find((each) => toolName(each) === name);
  const way = operation && wayOf(operation, self);
  return operation === undefined || way === undefined ? undefined : { operation, way };
}

const why: Schema = {
  type: 'string',
  minLength: 1,
  maxLength: 2000,
  description: 'Why, for the person who decides; name the events it rests on.',
};

const proposalSchema: Schema = {
  type: 'object',
  properties: { id: { type: 'string' }, state: { const: 'open' } },
  required: ['id', 'state'],
};

/** The input of an operation, its fields with what they mean. */
function inputOf({ name, input }: AnyStored): Schema {
  const schema = toolSchema(input, 'input');
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([field, value]) => {
    const description = meaningOf(name, field);
    return [field, description === undefined ? value : { ...value, description }];
  });
  return { ...schema, properties: Object.fromEntries(fields) };
}

/** A proposal also takes a reason. */
function proposing(input: Schema): Schema {
  const { properties = {}, required = [], ...rest } = input as { properties?: Schema; required?: string[] };
  return { ...rest, properties: { ...properties, why }, required: [...required, 'why'] };
}

/** Of data there is a schema; a document is its own text. */
const isOfData = ({ type, properties }: Schema): boolean => {
  const names = Object.keys((properties as Schema | undefined) ?? {});
  return type === 'object' && !(names.includes('content') && names.includes('format'));
};

function made({ operation, way }: Offer): Tool {
  const { name, sentence, effect } = operation;
  const input = inputOf(operation);
  const output = way === 'propose' ? proposalSchema : toolSchema(operation.output, 'output');
  const isWrite = effect !== 'read';
  return {
    name: toolName(operation),
    title: name,
    description: way === 'propose' ? `Propose to a person: ${sentence}` : sentence,
    inputSchema: { ...(way === 'propose' ? proposing(input) : input), type: 'object' },
    ...(isOfData(output) ? { outputSchema: { ...output, type: 'object' } } : {}),
    annotations: {
      readOnlyHint: !isWrite,
      ...(isWrite ? { destructiveHint: way === 'direct' && effect === 'destructive', idempotentHint: false } : {}),
      openWorldHint: false,
    },
  } as Tool;
}

const kept = { direct: new Map<AnyStored, Tool>(), propose: new Map<AnyStored, Tool>() };

/** An offer as a tool; made once, since schemas are long. */
export function toolOf(offer: Offer): Tool {
  const tools = kept[offer.way];
  const before = tools.get(offer.operation);
  if (before !== undefined) return before;
  const tool = made(offer);
  tools.set(offer.operation, tool);
  return tool;
}
