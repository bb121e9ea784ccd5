/** An original that the incident rests on, named by its hash; the bytes themselves are not in the bundle. */
export type BundledEvidence = { name: string; sha256: string; bytes: number; type: string };

/** One sign-off: what was signed, and what shows it. Bytes are base64, those of WebAuthn base64url. */
export type BundledSignoff = {
  role: string;
  person: string;
  at: string;
  method: 'passkey' | 'server';
  /** Canonical JSON; its `sha256` is that of the content. */
  statement: string;
  signature: string;
  /** A verifier key (`name+hash+base64`), or a passkey's key as JWK. */
  key: string | Record<string, string>;
  /** What a passkey signed. */
  assertion?: { clientDataJSON: string; authenticatorData: string };
};

/** One ledger entry of the incident with its proof in the tree of the checkpoint. Hashes are hex. */
export type BundledEntry = {
  /** Its number in the log, which is the index of its leaf: the first is 0. */
  seq: number;
  hash: string;
  /** Absent where payload and salt were erased on request, or are a comment, which no bundle holds. */
  salt?: string;
  payload?: string;
  proof: string[];
};

/** A copy of a checkpoint kept elsewhere. */
export type BundledAnchor = { kind: string; place: string; at: string; size: number; proof?: string };

/** Everything that is known of one incident, so that nobody needs the server to check it. */
export type Bundle = {
  kind: 'hindcast bundle v1';
  /** RFC 3339 instant at which it was made. */
  made: string;
  incident: { id: string; key: string; status: string; template: string };
  /** Canonical JSON of what is signed: template and its hash, record with the ids of entries, evidence. */
  content: string;
  record: unknown;
  markdown: string;
  /** The document as PDF, base64. */
  pdf?: string;
  evidence: BundledEvidence[];
  signoffs: BundledSignoff[];
  entries: BundledEntry[];
  /** A signed note in the form of C2SP tlog-checkpoint. */
  checkpoint: string;
  /** Verifier keys of the log from the first to the one that signs now, and how each followed from the one before. */
  keys: string[];
  rotations: string[];
  anchors: BundledAnchor[];
};

/** A bundle as it lies in the file: with the SHA-256 of each part's canonical JSON, so that what was changed can be named. */
export type SealedBundle = Bundle & { parts: Record<string, string> };

/** One thing that was checked: which part, whether it holds, and what that shows. */
export type Check = { part: string; holds: boolean; says: string };
