import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './answer.ts';
import type { S3Fault } from './faults.ts';

const chunkBytes = 65_536;

/** Bytes of a file; the one at `wrongAt` with a bit turned. */
async function* bytesOf(file: string, from: number, to: number, wrongAt: number): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r');
  try {
    for (let at = from; at <= to;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(chunkBytes, to - at + 1)), {
        position: at,
      });
      const wrong = wrongAt - at;
      if (wrong >= 0 && wrong < bytesRead) buffer[wrong] = (buffer[wrong] ?? 0) ^ 1;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

const breaks: Record<string, (response: ServerResponse) => void> = {
  'reset-body': (response) => response.socket?.resetAndDestroy(),
  'truncated-body': (response) => response.socket?.end(),
  'stalled-body': () => undefined,
};

async function sendFile(body: Exclude<Answer['body'], string | undefined>, response: ServerResponse, fault?: S3Fault) {
  const middle = body.from + Math.floor((body.to - body.from + 1) / 2);
  const breakOff = fault === undefined ? undefined : breaks[fault.kind];
  const to = breakOff === undefined ? body.to : middle - 1;
  const bytes = bytesOf(body.file, body.from, to, fault?.kind === 'wrong-byte' ? middle : -1);
  // A client that leaves in the middle is no error of the server.
  await pipeline(bytes, response, { end: breakOff === undefined }).catch(() => undefined);
  if (breakOff !== undefined) setTimeout(breakOff, 20, response);
}

/** Sends an answer, with what a fault makes of it. */
export async function sendAnswer(
  { status, headers = {}, body }: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  fault?: S3Fault,
): Promise<void> {
  if (fault?.kind === 'lost-answer') return (request.socket.resetAndDestroy(), undefined);
  if (!request.complete && request.method !== 'GET') response.setHeader('connection', 'close');
  response.writeHead(status, { 'x-amz-request-id': 'test', ...headers });
  if (request.method === 'HEAD') response.end();
  else if (body === undefined || typeof body === 'string') response.end(body);
  else await sendFile(body, response, fault);
}
