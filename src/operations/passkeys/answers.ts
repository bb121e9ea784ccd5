import { z } from 'zod';
import { HindcastError, reasonOf } from '../errors.ts';

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]*$/);
const head = { id: base64url(1400), rawId: base64url(1400), type: z.literal('public-key') };
const more = { clientExtensionResults: z.record(z.string(), z.unknown()).default({}) };

/** What a browser answers to `credentials.create`, as `toJSON()` writes it; what is not needed is dropped. */
export const Registration = z.object({
  ...head,
  ...more,
  response: z.object({
    clientDataJSON: base64url(8000),
    attestationObject: base64url(40_000),
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
});

/** What a browser answers to `credentials.get`. */
export const Assertion = z.object({
  ...head,
  ...more,
  response: z.object({
    clientDataJSON: base64url(8000),
    authenticatorData: base64url(8000),
    signature: base64url(8000),
    userHandle: base64url(200).nullish(),
  }),
});
export type Assertion = z.infer<typeof Assertion>;

/** The challenge that an answer says it answers; empty when it says none. */
export function challengeIn(clientDataJSON: string): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString());
    return String((data as { challenge?: unknown } | null)?.challenge ?? '');
  } catch {
    return '';
  }
}

/** Refuses an answer. @param why words, or what the verifying library threw */
export const refused = (why: unknown): HindcastError =>
  new HindcastError('sign-in.passkey', { reason: typeof why === 'string' ? why : reasonOf(why) });
