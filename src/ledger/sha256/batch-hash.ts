/** What an entry's hash is made of. */
export type Salted = { salt: Uint8Array; payload: string | Uint8Array };

/** Hashes many things in one call. Digests lie one after another, 32 bytes each, in a new array. */
export type BatchHash = {
  /** SHA-256(salt || payload) of each, a text as UTF-8. */
  salted: (items: Salted[]) => Uint8Array;
  /** SHA-256(0x00 || digest) of each digest: the leaves of a tree (RFC 6962 section 2.1). */
  leaves: (digests: Uint8Array) => Uint8Array;
  /** SHA-256(0x01 || left || right) of each pair: the nodes above. An odd one at the end is left out. */
  parents: (nodes: Uint8Array) => Uint8Array;
};
