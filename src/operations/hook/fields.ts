import { z } from 'zod';
import type { Config } from '../config.ts';
import { HindcastError } from '../errors.ts';
import { loadedSources } from '../source/loaded.ts';
import { describedSources } from './source-of.ts';

/** What people call a hook. */
export const HookName = z.string().trim().min(1).max(100);
/** The service that all signals of a hook are of. */
export const HookService = z.string().trim().min(1).max(200);
/** What both sides know: a signing key, or the word that the sender repeats. */
export const SenderSecret = z.string().min(1).max(1000);

/** @throws HindcastError `hook.source` for a source that only comes as a file, and for one that there is not */
export function requireDelivers(name: string, config: Config): void {
  const all = [...loadedSources().sources, ...describedSources(config)];
  const delivering = all.filter(({ webhook }) => webhook !== undefined).map((source) => source.name);
  if (!delivering.includes(name)) throw new HindcastError('hook.source', { name, known: delivering.join(', ') });
}
