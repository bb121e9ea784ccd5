import { HindcastError } from '../../operations/errors.ts';
import type { AnyStored } from '../../operations/stored-operation.ts';

/** What an agent needs to read incidents, to write one, and to say what it thinks. Every list can be written by `record.apply`. */
const core = new Set([
  'search.find',
  'incident.list',
  'incident.show',
  'incident.document',
  'incident.create',
  'incident.history',
  'record.set',
  'record.apply',
  'timeline.add',
  'timeline.import',
  'timeline.change',
  'timeline.remove',
  'actions.add',
  'actions.change',
  'action.list',
  'whys.add',
  'factors.add',
  'lessons.add',
  'comment.list',
  'comment.add',
  'comment.reply',
  'proposal.list',
  'lifecycle.gate',
  'evidence.list',
  'evidence.read',
  'incident.draft',
  'incident.measure',
  'template.list',
  'document.check',
  'people.self',
]);

/** Which tools are offered without a wish: a model reads all of them before it does anything. */
export const usualToolsets: readonly string[] = ['core'];

const nounOf = ({ name }: AnyStored): string => name.split('.')[0] ?? '';

/** The names of all sets: `core`, `all`, and every noun. */
export const toolsetNames = (operations: readonly AnyStored[]): string[] => [
  'core',
  'all',
  ...new Set(operations.map(nounOf)),
];

/** Whether an operation is in one of the sets. */
export const isInSets = (operation: AnyStored, sets: readonly string[]): boolean =>
  sets.some((set) => set === 'all' || set === nounOf(operation) || (set === 'core' && core.has(operation.name)));

/**
 * Sets as they are written in an address or an option: `core,costs`.
 * @throws HindcastError `input.invalid` for a set that there is not
 */
export function toolsetsOf(text: string | undefined, operations: readonly AnyStored[]): readonly string[] {
  const known = toolsetNames(operations);
  const named = (text ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new HindcastError('input.invalid', {
      operation: 'mcp',
      reason: `tools: there is no set ${unknown.slice(0, 60)}; there are ${known.join(', ')}`,
    });
  return named.length === 0 ? usualToolsets : named;
}
