import { z } from 'zod';
import { partKeys, partKind } from '../../record/field-at.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { Changed, ChangeInput, changePart } from './change.ts';

const single = partKeys.filter((key) => partKind(key) !== 'collection');

const Input = ChangeInput.extend({ incident: z.string(), part: z.enum(single as [string, ...string[]]) });

/** Sets fields of a group of the record. */
export const setRecord: StoredOperation<z.infer<typeof Input>, Changed> = {
  name: 'record.set',
  sentence: 'Set fields of the record outside its lists, such as the severity or the summary.',
  permission: 'incident.edit',
  effect: 'write',
  input: Input,
  output: Changed,
  route: { method: 'PATCH', path: '/incidents/{incident}/record/{part}' },
  run: (context, { incident, part, set, seen }) =>
    changePart(context, 'record.set', { incident, key: part, id: '' }, { set, seen }),
};
