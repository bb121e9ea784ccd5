import type { AnyStored } from '../stored-operation.ts';
import { addService } from './add.ts';
import { changeService } from './change.ts';
import { listServices } from './list.ts';
import { removeService } from './remove.ts';
import { testService } from './try-queries.ts';

/** What can be done with services that are watched. */
export const serviceOperations: readonly AnyStored[] = [
  listServices,
  addService,
  changeService,
  removeService,
  testService,
];
