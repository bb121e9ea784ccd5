/**
 * Everything that can go wrong with an evidence object, as a closed list. `{name}` is filled from the details;
 * `{object}` is the object's SHA-256 and `{place}` the folder or bucket. Operations map these codes to answers.
 */
export const evidenceErrors = {
  'evidence.too-large': {
    message: 'the upload is larger than {limit} bytes, the most one piece of evidence may have; nothing was stored',
    remedy: 'Compress or split it, or raise the limit in the settings.',
  },
  'evidence.interrupted': {
    message: 'the upload ended before its end: {reason}; nothing was stored',
    remedy: 'Send it again.',
  },
  'evidence.bad-name': {
    message: '{object} is no name of an evidence object',
    remedy: 'Name it by its SHA-256 in 64 lower-case hexadecimal digits.',
  },
  'evidence.bad-range': {
    message: 'the bytes asked for ({range}) do not lie in {object}, which has {bytes}',
    remedy: 'Ask for bytes from 0 to one less than its size.',
  },
  'evidence.not-found': {
    message: 'there is no evidence {object} in {place}',
    remedy:
      'Check the name. If it was there before, restore it from a backup: evidence is never deleted but by retention.',
  },
  'evidence.corrupt': {
    message: 'evidence {object} in {place} is not what was stored: {reason}',
    remedy: 'Its bytes were changed or damaged. Keep them for the inquiry and restore the object from a backup.',
  },
  'evidence.no-space': {
    message: 'there is no space left in {place}; nothing was stored',
    remedy: 'Free some space or move the data folder to a larger disk, then send it again.',
  },
  'evidence.refused': {
    message: '{place} refused: {reason}',
    remedy: '{advice}',
  },
  'evidence.unavailable': {
    message: '{place} cannot be used: {reason}',
    remedy: '{advice}',
  },
  'evidence.setting': {
    message: 'HINDCAST_EVIDENCE is {reason}',
    remedy:
      'Give a folder, or s3://BUCKET/PREFIX?endpoint=https://HOST&region=REGION with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY set.',
  },
} as const satisfies Record<string, { message: string; remedy: string }>;

export type EvidenceErrorCode = keyof typeof evidenceErrors;

const fill = (template: string, details: Record<string, string>) =>
  template.replace(/\{([a-z]{1,20})\}/g, (hole, name: string) =>
    Object.hasOwn(details, name) ? (details[name] ?? hole) : hole,
  );

/** The one error that this folder throws: a code of the list, its message and remedy filled in, and its cause if any. */
export class EvidenceError extends Error {
  readonly code: EvidenceErrorCode;
  readonly remedy: string;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: EvidenceErrorCode, details: Record<string, string> = {}, cause?: unknown) {
    super(fill(evidenceErrors[code].message, details), cause === undefined ? undefined : { cause });
    this.name = 'EvidenceError';
    this.code = code;
    this.details = details;
    this.remedy = fill(evidenceErrors[code].remedy, details);
  }
}
