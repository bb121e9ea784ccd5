import { HindcastError } from '../errors.ts';
import { loadLiveHook } from '../hook/load.ts';
import type { StoredContext } from '../stored-operation.ts';

/** @throws HindcastError `hook.not-found`, or `input.invalid` for a hook of another system */
export async function requireHookOf(context: StoredContext, kind: string, id: string | null): Promise<void> {
  if (id === null) return;
  const { source } = await loadLiveHook(context, id);
  if (source !== kind)
    throw new HindcastError('input.invalid', {
      operation: 'tracker',
      reason: `hook: it is one of ${source}, not of ${kind}`,
    });
}
