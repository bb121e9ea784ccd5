import { storedOperations } from '../operations/stored.ts';
import type { AnyStored } from '../operations/stored-operation.ts';

const named = (name: string): AnyStored => storedOperations.find((each) => each.name === name) as AnyStored;

/** Operations of the list that have no name of their own in code. */
export const [templateList, templateShow] = [named('template.list'), named('template.show')];
