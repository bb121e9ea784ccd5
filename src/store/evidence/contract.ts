/** What comes in: an upload's bytes, read once and never held whole. */
export type EvidenceBody = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** What was stored. `type` is the media type found in the content; `existed` says that the store had it already. */
export type StoredEvidence = { sha256: string; bytes: number; type: string; existed: boolean };

/** Bytes wanted of an object: from 0, `to` included and cut to the object's end, as in an HTTP Range. */
export type ByteRange = { from: number; to?: number };

/**
 * An object being read. `bytes` is the size of the whole; `from` and `length` say which of them `body` gives.
 * `checked`: the SHA-256 is compared on the way, and the last chunk is only given when it fits. A range is not
 * checked, for the hash is of the whole. `body` must be read, or ended by `return()`.
 */
export type EvidenceRead = {
  bytes: number;
  type?: string;
  from: number;
  length: number;
  checked: boolean;
  body: AsyncIterable<Uint8Array>;
};

/** Write-once objects, each named by the SHA-256 of its bytes in lower-case hex. Every method throws `EvidenceError`. */
export type EvidenceStore = {
  /** Stores the bytes durably, then answers; the same bytes twice are one object. An HTTP request goes in by `releasing`. */
  put(body: EvidenceBody, limits: { maxBytes: number }): Promise<StoredEvidence>;
  get(sha256: string, range?: ByteRange): Promise<EvidenceRead>;
  has(sha256: string): Promise<boolean>;
  /** All objects, in no promised order; what else lies in the place is passed over. */
  list(): AsyncIterable<{ sha256: string; bytes: number }>;
  /** For retention only; an object that is not there is no error. */
  remove(sha256: string): Promise<void>;
  /** The place in a few words for logs and `doctor`; holds no secret. */
  describe(): string;
};
