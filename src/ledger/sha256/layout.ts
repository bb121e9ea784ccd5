/** Where things lie in the memory of the module, in bytes. Each word of SHA-256 takes a vector: one copy for each of four messages. */
export const layout = {
  /** 64 round constants. */
  constants: 0,
  /** 8 words of the state to start from. */
  start: 1024,
  /** 8 words of the state. */
  state: 1152,
  /** 16 words of the message schedule. */
  schedule: 1280,
  /** Four blocks of 64 bytes: leaves being hashed. */
  leaves: 1536,
  /** Four times two blocks: inner nodes being hashed. */
  nodes: 1792,
  /** From here on: messages, digests, whatever the caller puts there. */
  free: 2304,
  /** Size of the memory, in pages of 64 KiB. */
  pages: 16,
};
