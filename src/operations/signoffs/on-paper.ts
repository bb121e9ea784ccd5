import type { PostmortemRecord } from '../../record/record.ts';
import type { Signoff } from './signoff.ts';

/** Hex digits of the hash that a document shows beside a signature. */
const digits = 12;

/** A record with its valid signatures in the places its template has for them. The content that was signed does not hold them. */
export function withSignoffs(record: PostmortemRecord, signoffs: readonly Signoff[]): PostmortemRecord {
  const valid = signoffs.filter((signoff) => signoff.valid);
  if (valid.length === 0) return record;
  const signed = valid.map(({ role, person, method, sha256, at }) => ({
    role,
    name: person.name,
    signature: `${method === 'passkey' ? 'passkey' : 'server key'}, SHA-256 ${sha256.slice(0, digits)}…`,
    date: at.slice(0, 10),
  }));
  const roles = new Set(valid.map(({ role }) => role));
  const others = (record.signoffs ?? []).filter(({ role }) => role === undefined || !roles.has(role));
  return { ...record, signoffs: [...signed, ...others] };
}
