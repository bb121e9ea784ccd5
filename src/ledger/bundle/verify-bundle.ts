import { isUtf8 } from 'node:buffer';
import { readVerifier, type Verifier } from '../note/keys.ts';
import type { Bundle, Check } from './bundle.ts';
import { checkContent } from './check-content.ts';
import { bundleKeys, checkLedger } from './check-ledger.ts';
import { checkSignoffs } from './check-signoffs.ts';
import { checkParts } from './part-hashes.ts';
import { openBundle, sealedBy } from './seal.ts';

/** What a bundle proves. `proven` is true when everything holds; `key` is the one that sealed it. */
export type Verdict = { proven: boolean; key?: string; trusted: boolean; checks: Check[] };

const failed = (part: string, error: unknown): Check => ({
  part,
  holds: false,
  says: error instanceof Error ? error.message : 'it cannot be read',
});

function attempt(part: string, work: () => Check[]): Check[] {
  try {
    return work();
  } catch (error) {
    return [failed(part, error)];
  }
}

/** The keys to check by: from the trusted one on, else those that the bundle names itself. */
function keysOf(bundle: Bundle, trusted: string | undefined): { keys: Verifier[]; checks: Check[] } {
  try {
    const keys = bundleKeys(bundle);
    const from = trusted === undefined ? 0 : keys.findIndex(({ text }) => text === readVerifier(trusted).text);
    if (keys.length === 0 || from < 0)
      return { keys: [], checks: [{ part: 'key', holds: false, says: 'the trusted key is none of this log' }] };
    return { keys: keys.slice(from), checks: [] };
  } catch (error) {
    return { keys: [], checks: [failed('key', error)] };
  }
}

/**
 * Verifies a bundle without any server: the seal over the whole file, then what is in it, so that a change is named where it is.
 * @param trusted the verifier key of the log, got by another way; without it the verdict holds for the key that the bundle names
 */
export function verifyBundle(file: Uint8Array, trusted?: string): Verdict {
  const opened = openBundle(Buffer.from(file).toString());
  const faults = isUtf8(file) ? opened.faults : ['the file is not UTF-8', ...opened.faults];
  const checks: Check[] = faults.map((says) => ({ part: 'file', holds: false, says }));
  const { bundle } = opened;
  if (bundle === undefined) return { proven: false, trusted: false, checks };
  const { keys, checks: keyChecks } = keysOf(bundle, trusted);
  const key = sealedBy(opened, keys);
  checks.push(...keyChecks, {
    part: 'seal',
    holds: key !== undefined,
    says: key === undefined ? 'is not over these bytes: something was changed' : `by ${key.text}`,
  });
  checks.push(
    ...attempt('file', () => checkParts(bundle)),
    ...attempt('content', () => checkContent(bundle)),
    ...attempt('checkpoint', () => checkLedger(bundle, keys)),
    ...attempt('sign-offs', () => checkSignoffs(bundle)),
  );
  const proven = checks.every(({ holds }) => holds);
  return { proven, trusted: trusted !== undefined, checks, ...(key === undefined ? {} : { key: key.text }) };
}
