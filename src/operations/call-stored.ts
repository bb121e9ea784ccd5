import { StoreError } from '../store/store-error.ts';
import { requirePermission } from './access/require.ts';
import { HindcastError } from './errors.ts';
import { storedResult } from './save.ts';
import type { AnyStored, StoredContext } from './stored-operation.ts';

/** Permissions that depend on the incident; its loader asks them, once it is known. */
const byIncident = /^(?:incident\.(?!create|restrict)|signoff\.|evidence\.(?:see|add))/;

/**
 * Runs an operation on input of unknown shape: permission, parse, then what the operation does.
 * @throws HindcastError with a code of the closed list; everything else is a mistake of ours
 */
export async function callStored(operation: AnyStored, input: unknown, context: StoredContext): Promise<unknown> {
  const { name, permission } = operation;
  if (!byIncident.test(permission)) requirePermission(context, permission);
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join('.') ?? '';
    const reason = `${place === '' ? '' : `${place}: `}${issue?.message ?? 'invalid'}`;
    throw new HindcastError('input.invalid', { operation: name, reason }, { data: parsed.error.issues.slice(0, 20) });
  }
  if (context.key !== undefined && operation.effect !== 'read') {
    const earlier = await storedResult(context, name, context.key);
    if (earlier !== undefined) return earlier;
  }
  try {
    return await operation.run(context, parsed.data);
  } catch (error) {
    throw error instanceof StoreError ? fromStore(error) : error;
  }
}

function fromStore(error: StoreError): HindcastError {
  if (error.code === 'store.conflict') return new HindcastError('store.busy');
  return new HindcastError('store.unavailable', { reason: error.message });
}
