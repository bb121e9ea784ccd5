import { setTimeout as wait } from 'node:timers/promises';
import type { IncomingMessage } from 'node:http';
import { type Answer, type ErrorName, errorText, failed } from './answer.ts';

/** What can be made to go wrong; the first fault that fits a request is used, `times` times. */
export type S3Fault = {
  method?: string;
  /** Fits the path and query. */
  match?: RegExp;
  times?: number;
} & (
  | { kind: 'error'; code: ErrorName }
  /** 200, and then an error in the body, as CompleteMultipartUpload may do. */
  | { kind: 'late-error' }
  /** Waits, then does its work. */
  | { kind: 'slow'; ms: number }
  | { kind: 'silent' }
  /** The connection is reset before anything is done. */
  | { kind: 'reset' }
  /** The work is done, and the connection reset before the answer. */
  | { kind: 'lost-answer' }
  /** Half of the body, then a reset; or half, and an orderly end; or half, and nothing more. */
  | { kind: 'reset-body' | 'truncated-body' | 'stalled-body' }
  | { kind: 'wrong-byte' }
);

/** Takes the next fault for a request off the list. */
export function takeFault(faults: S3Fault[], request: IncomingMessage): S3Fault | undefined {
  const { method = '', url = '' } = request;
  const index = faults.findIndex((fault) => (fault.method ?? method) === method && (fault.match?.test(url) ?? true));
  const fault = faults[index];
  if (fault === undefined) return undefined;
  const times = (fault.times ?? 1) - 1;
  if (times <= 0) faults.splice(index, 1);
  else fault.times = times;
  return fault;
}

/** What a fault does before the work; an answer, `gone` when there will be none, or nothing. */
export async function faultBefore(
  fault: S3Fault | undefined,
  request: IncomingMessage,
): Promise<Answer | 'gone' | undefined> {
  if (fault?.kind === 'error') return failed(fault.code);
  if (fault?.kind === 'late-error') return { status: 200, body: errorText('InternalError') };
  if (fault?.kind === 'slow') await wait(fault.ms);
  if (fault?.kind === 'reset') request.socket.resetAndDestroy();
  return fault?.kind === 'reset' || fault?.kind === 'silent' ? 'gone' : undefined;
}
