/** How long and how often a request is tried. */
export type Patience = {
  /** A connection on which nothing moves for this long is given up. */
  idleMs: number;
  /** Tries in all, the first one counted. */
  attempts: number;
  /** The first wait; each further one may be twice as long, and all are random below that. */
  firstWaitMs: number;
};

/** A bucket of an S3 service and what it takes to use it. */
export type S3Place = {
  /** `https://host`, without a path; the bucket is the first part of the path. */
  endpoint: URL;
  region: string;
  bucket: string;
  /** Begins each key: empty, or ends in `/`. */
  prefix: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  patience: Patience;
  /** Where it is, in words, without secrets. */
  name: string;
};

/** About 15 s of waiting in all: a deploy of the store is waited for, an outage is told. */
export const usualPatience: Patience = { idleMs: 30_000, attempts: 6, firstWaitMs: 250 };
