/** How much evidence is taken at once. Slack exports of one incident lie far below. */
export type EvidenceLimits = { maxEntries: number; maxBytes: number };

export const evidenceLimits: EvidenceLimits = { maxEntries: 20_000, maxBytes: 256 * 1024 * 1024 };

/** Files of a folder or archive that are looked at. Archives inside are never opened. */
export function isEvidenceName(name: string): boolean {
  return /\.(?:json|jsonl|ndjson)$/i.test(name) && !/(?:^|\/)(?:__MACOSX|\.[^/]*|node_modules)(?:\/|$)/.test(name);
}
