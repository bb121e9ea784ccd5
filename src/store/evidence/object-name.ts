import { EvidenceError } from './evidence-error.ts';

const sha256Pattern = /^[0-9a-f]{64}$/;
const pathPattern = /^([0-9a-f]{2})\/([0-9a-f]{64})$/;

/**
 * Where an object lies, in a folder and in a bucket alike, so that one can be copied to the other as it is:
 * `ab/ab12…`, 256 folders by the first two digits.
 * @throws EvidenceError `evidence.bad-name`, before any path is made of it
 */
export function objectPath(sha256: string): string {
  if (!sha256Pattern.test(sha256)) throw new EvidenceError('evidence.bad-name', { object: sha256.slice(0, 80) });
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/** The SHA-256 of the object at a path below the store, or nothing when the path is not one of ours. */
export function objectAt(path: string): string | undefined {
  const [, shard, sha256] = pathPattern.exec(path) ?? [];
  return sha256 !== undefined && shard === sha256.slice(0, 2) ? sha256 : undefined;
}
