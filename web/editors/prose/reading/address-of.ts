import { addressOfCall } from '../../../api/call.ts';

const safe = /^(?:https?:\/\/|mailto:)\S/i;
const original = /^evidence:([0-9a-f]{64})$/;

/** The SHA-256 that `evidence:…` names. */
export const evidenceOf = (url: string): string | undefined => original.exec(url)?.[1];

/** Where an original of this incident is read from. */
export const evidenceAddress = (incident: string, sha256: string): string =>
  addressOfCall('evidence.download', { incident, evidence: sha256 });

/** Where a link may lead: the web, a mail, an original of this incident. Undefined for everything else, which stays text. */
export function addressOf(url: string, incident: string): string | undefined {
  const sha256 = evidenceOf(url);
  if (sha256 !== undefined) return evidenceAddress(incident, sha256);
  return safe.test(url) ? url : undefined;
}
