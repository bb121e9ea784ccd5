import canonicalize from 'canonicalize';
import { LedgerError } from './ledger-error.ts';

/**
 * A value as canonical JSON (RFC 8785): one text for one value, so that its hash can be made again anywhere. Fields that are
 * `undefined` are left out, as JSON.stringify does.
 * @throws LedgerError `ledger.not-json` for what JSON cannot hold: NaN, infinities, half characters, BigInt, cycles, undefined
 */
export function canonicalText(value: unknown): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (error) {
    throw new LedgerError('ledger.not-json', `no canonical JSON: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
  if (text === undefined) throw new LedgerError('ledger.not-json', `there is no JSON of ${typeof value}`);
  return text;
}
