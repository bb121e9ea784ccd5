import { createHash } from 'node:crypto';
import { canonicalText } from '../../ledger/canonical.ts';
import type { Via } from '../../store/tables.ts';

/** What a person signs: who stands in which role for which content, when, and how the signature is made. */
export type Statement = {
  /** Says what is signed, so that a signature over it can mean nothing else. */
  kind: 'hindcast sign-off 1';
  /** The server it was signed at. */
  origin: string;
  incident: { id: string; key: string };
  version: number;
  role: string;
  person: { id: string; name: string };
  /** RFC 3339 instant at which it was prepared. */
  at: string;
  /** SHA-256 of the canonical content, in hex. */
  sha256: string;
  method: 'passkey' | 'server';
  /** How the person had signed in. */
  signedInBy: Via;
};

/** A statement as canonical JSON (RFC 8785): the bytes that are signed, or whose SHA-256 is the challenge of a passkey. */
export const statementText = (statement: Statement): string => canonicalText(statement);

/** The SHA-256 of a statement's text: a passkey signs it as its challenge. */
export const challengeOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(text).digest());

/** The challenge as WebAuthn writes it, base64url; a prepared statement is kept under it. */
export const challengeId = (text: string): string => Buffer.from(challengeOf(text)).toString('base64url');
