import { hash } from 'node:crypto';
import { LedgerError } from '../ledger/ledger-error.ts';
import { StoreError } from '../store/store-error.ts';
import { requirePermission } from './access/require.ts';
import { HindcastError } from './errors.ts';
import { loadIncident } from './incident/load.ts';
import { type Earlier, requireSameBytes } from './same-bytes.ts';
import { storedResult } from './save.ts';
import { storeFailure } from './store-failure.ts';
import type { AnyStored, StoredContext } from './stored-operation.ts';

/** Permissions that depend on the incident; its loader asks them, once it is known. */
const byIncident =
  /^(?:incident\.(?!create|restrict)|(?:action|clock|signoff|comment|review|meeting|poll)\.|evidence\.(?:see|add))/;

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
  const asking = context.key === undefined ? context : { ...context, asked: hash('sha256', JSON.stringify(input)) };
  if (context.key !== undefined && operation.effect !== 'read') {
    const earlier = await storedResult(asking, name, context.key);
    if (earlier !== undefined) {
      await seenIncident(context, parsed.data);
      if (operation.takes === 'bytes') await requireSameBytes(context, name, earlier as Earlier);
      return earlier;
    }
  }
  try {
    if (operation.settled === true && context.settle !== undefined) {
      const seen = await seenIncident(context, parsed.data);
      if (seen !== undefined) await context.settle(seen);
    }
    return await operation.run(asking, parsed.data);
  } catch (error) {
    const earlier = await sentTwice(operation, asking, error);
    if (earlier !== undefined) return earlier;
    if (error instanceof LedgerError) throw new HindcastError('ledger.damaged', { reason: error.message });
    throw error instanceof StoreError ? storeFailure(error) : error;
  }
}

/**
 * The id of the incident that an input names, for somebody who sees it today, whatever their token was made for: an answer about it
 * is repeated to nobody else.
 */
async function seenIncident(
  { database, actor }: StoredContext,
  { incident }: { incident?: unknown },
): Promise<string | undefined> {
  const { scopes: _, ...unscoped } = actor;
  if (typeof incident !== 'string') return undefined;
  return (await loadIncident({ database, actor: unscoped }, incident, 'incident.see')).id;
}

/**
 * The result of a request with the same key that was under way at the same time, perhaps through another process: what it
 * saved is what this one was refused for.
 */
async function sentTwice(operation: AnyStored, context: StoredContext, error: unknown): Promise<unknown> {
  if (context.key === undefined || operation.effect === 'read') return undefined;
  if (error instanceof HindcastError && error.code === 'key.reused') return undefined;
  const refused = error instanceof HindcastError || (error instanceof StoreError && error.code === 'store.conflict');
  return refused ? storedResult(context, operation.name, context.key) : undefined;
}
