import type { IncomingHttpHeaders } from 'node:http';

/** A failure that may pass: a reset, a silence, a 5xx. Never leaves this folder. */
export class Transient extends Error {
  override readonly name = 'Transient';
}

/** 4xx answers that ask for another try: too slow an upload, two writers of one name at once, too many requests. */
const again = new Set([408, 409, 429]);

/** Whether an answer says that the same request may succeed later. */
export const isTransientStatus = (status: number) => status >= 500 || again.has(status);

/** What a connection's error means: all of them may pass but those of the file that is being sent. */
export const connectionError = (error: Error) => new Transient(error.message, { cause: error });

/** The status and headers of an answer. */
export type AnswerHead = { status: number; headers: IncomingHttpHeaders };
