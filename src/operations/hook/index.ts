import type { AnyStored } from '../stored-operation.ts';
import { changeHook } from './change.ts';
import { createHook } from './create.ts';
import { listHooks } from './list.ts';
import { revokeHook } from './revoke.ts';
import { rotateHook } from './rotate.ts';
import { showHook } from './show.ts';

/** What can be done with addresses that other systems deliver to. */
export const hookOperations: readonly AnyStored[] = [
  createHook,
  listHooks,
  showHook,
  changeHook,
  rotateHook,
  revokeHook,
];
