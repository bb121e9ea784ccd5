/** How much evidence is taken at once. */
export type EvidenceLimits = {
  maxEntries: number;
  /** Of one file, and of an archive as it is packed: so much is in memory. */
  maxBytes: number;
  /** Of all files of an archive together, which are unpacked one after the other; `maxBytes` without. */
  maxContentBytes?: number;
};

const megabyte = 1024 * 1024;
export const evidenceLimits: EvidenceLimits = {
  maxEntries: 20_000,
  maxBytes: 256 * megabyte,
  maxContentBytes: 2048 * megabyte,
};

/** Files of a folder or archive that are looked at. Archives inside are never opened. */
export function isEvidenceName(name: string): boolean {
  return (
    /\.(?:json|jsonl|ndjson|txt|log|csv|tsv)$/i.test(name) &&
    !/(?:^|\/)(?:__MACOSX|\.[^/]*|node_modules)(?:\/|$)/.test(name)
  );
}

/** Names of files that are JSON or nothing; a text may be anything, and counts as evidence only when a source knows it. */
export const isJsonName = (name: string): boolean => /\.(?:json|jsonl|ndjson)$/i.test(name);
