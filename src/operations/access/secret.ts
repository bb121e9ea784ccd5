import { createHash, randomBytes } from 'node:crypto';

/** A new secret of a session, token or link: 32 random bytes as base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** The hash under which a secret is kept. The secret is random, so a plain SHA-256 tells nothing of it. */
export const secretHash = (secret: string): Uint8Array => createHash('sha256').update(secret).digest();

/** A hash as people and the ledger name it. */
export const hexOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
