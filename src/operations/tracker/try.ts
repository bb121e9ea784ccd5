import { z } from 'zod';
import { type TrackerPlace, TrackerError, trackerOf } from '../../outbound/trackers/index.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { Address, Project, Token, TrackerKind, usualAddresses } from './fields.ts';
import { loadTracker, placeOf } from './load.ts';

const Input = z.strictObject({
  /** One that is kept, by id or name; its token is used as long as the address is the same. */
  tracker: z.string().max(100).optional(),
  kind: TrackerKind.optional(),
  address: Address.optional(),
  project: Project.optional(),
  token: Token.optional(),
  user: z.string().trim().max(320).optional(),
});
type Input = z.infer<typeof Input>;

const Tested = z.object({
  /** Who the token belongs to, as far as it says. */
  account: z.string(),
  project: z.string(),
});

const invalid = (reason: string) => new HindcastError('input.invalid', { operation: 'tracker.test', reason });

async function placeToTry(context: StoredContext, input: Input): Promise<{ kind: string; place: TrackerPlace }> {
  const kept = input.tracker === undefined ? undefined : await loadTracker(context, input.tracker);
  const old = kept && placeOf(kept);
  const kind = kept?.kind ?? input.kind;
  if (kind === undefined) throw invalid('name a tracker, or the kind of one');
  const address = input.address ?? old?.address ?? usualAddresses[kind];
  const isSame = old !== undefined && address !== undefined && new URL(address).origin === new URL(old.address).origin;
  const token = input.token ?? (isSame ? old.token : undefined);
  const project = input.project ?? old?.project;
  if (address === undefined || project === undefined || token === undefined)
    throw invalid('address, project and token are needed');
  return { kind, place: { address, project, token, user: input.user ?? old?.user ?? '' } };
}

/** What a tracker answered, as an error of the list. */
export function trackerFailure(error: unknown): unknown {
  if (!(error instanceof TrackerError)) return error;
  const codes = {
    unreachable: 'tracker.unreachable',
    limited: 'tracker.limited',
    refused: 'tracker.refused',
    missing: 'tracker.missing',
    invalid: 'tracker.invalid',
    other: 'tracker.other',
  } as const;
  return new HindcastError(codes[error.problem], { reason: error.message }, { cause: error });
}

export const testTracker: StoredOperation<Input, z.infer<typeof Tested>> = {
  name: 'tracker.test',
  sentence: 'Ask a tracker who we are there and for its project, before it is kept or after; nothing is written.',
  permission: 'tracker.change',
  effect: 'read',
  input: Input,
  output: Tested,
  route: { method: 'POST', path: '/trackers/test' },
  run: async (context, input) => {
    const { kind, place } = await placeToTry(context, input);
    try {
      return await trackerOf(kind).test(place);
    } catch (error) {
      throw trackerFailure(error);
    }
  },
};
