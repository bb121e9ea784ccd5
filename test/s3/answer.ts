/** What the server answers: text, or bytes of a file (`to` included). */
export type Answer = {
  status: number;
  headers?: Record<string, string>;
  body?: string | { file: string; from: number; to: number };
};

/** S3's error codes that this server gives, with their statuses. */
const statuses = {
  AccessDenied: 403,
  InvalidAccessKeyId: 403,
  SignatureDoesNotMatch: 403,
  RequestTimeTooSkewed: 403,
  XAmzContentSHA256Mismatch: 400,
  IncompleteBody: 400,
  MissingContentLength: 411,
  InvalidPart: 400,
  EntityTooSmall: 400,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NoSuchUpload: 404,
  MethodNotAllowed: 405,
  PreconditionFailed: 412,
  InvalidRange: 416,
  InternalError: 500,
  SlowDown: 503,
} as const;

export type ErrorName = keyof typeof statuses;

export const xml = (text: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;

export const errorText = (code: string): string =>
  xml(`<Error><Code>${code}</Code><Message>test ${code}</Message></Error>`);

export const failed = (code: ErrorName): Answer => ({ status: statuses[code], body: errorText(code) });

/** Thrown anywhere in the server to answer with an error. */
export class Refused extends Error {
  readonly answer: Answer;
  constructor(code: ErrorName) {
    super(code);
    this.answer = failed(code);
  }
}
