import { mkdtemp, rm } from 'node:fs/promises';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Answer, Refused, failed } from './answer.ts';
import { type Bucket, mayCreate } from './bucket.ts';
import { type S3Fault, faultBefore, takeFault } from './faults.ts';
import { route } from './route.ts';
import { sendAnswer } from './send-answer.ts';
import { signatureFault } from './signature.ts';

/** A running server, its one bucket, and what it saw. */
export type S3Server = {
  endpoint: string;
  bucket: Bucket;
  /** For `HINDCAST_EVIDENCE`. */
  setting: string;
  /** The variables that hold the key. */
  environment: { AWS_ACCESS_KEY_ID: string; AWS_SECRET_ACCESS_KEY: string };
  /** What goes wrong next; push to it. */
  faults: S3Fault[];
  /** `METHOD /path?query` and the status, in the order of arrival. */
  seen: { line: string; status: number }[];
  close(): Promise<void>;
};

export type S3Options = { clockAheadMs?: number; pageSize?: number };

/**
 * An S3 service for tests on a port of its own: it verifies AWS Signature Version 4 and the payload's hash, honours
 * `If-None-Match: *`, Range, `Expect: 100-continue`, multipart uploads and ListObjectsV2, and fails on request.
 */
export async function startS3Server(options: S3Options = {}): Promise<S3Server> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hindcast-s3-'));
  const secrets = { accessKeyId: 'test-key', secretAccessKey: 'test/secret+key', region: 'auto' };
  const bucket: Bucket = { name: 'evidence-test', folder, objects: new Map(), uploads: new Map() };
  const faults: S3Fault[] = [];
  const seen: S3Server['seen'] = [];
  const clock = () => Date.now() + (options.clockAheadMs ?? 0);

  async function answerTo(request: IncomingMessage, accept: () => void): Promise<Answer> {
    const { method = '', url: target = '', headers } = request;
    const fault = signatureFault({ method, target, headers }, secrets, clock());
    if (fault !== undefined) return failed(fault);
    const url = new URL(target, 'http://s3');
    const [name, ...key] = decodeURIComponent(url.pathname).slice(1).split('/');
    if (name !== bucket.name) return failed('NoSuchBucket');
    if (!url.searchParams.has('uploadId')) mayCreate(bucket, key.join('/'), request);
    accept();
    return route(bucket, key.join('/'), url.searchParams, request, options.pageSize ?? 1000);
  }

  async function serve(request: IncomingMessage, response: ServerResponse, accept = () => {}): Promise<void> {
    const entry = { line: `${request.method} ${request.url}`, status: 0 };
    seen.push(entry);
    const fault = takeFault(faults, request);
    response.setHeader('date', new Date(clock()).toUTCString());
    try {
      const early = await faultBefore(fault, request);
      if (early === 'gone') return;
      const answer = early ?? (await answerTo(request, accept));
      entry.status = answer.status;
      await sendAnswer(answer, request, response, fault);
    } catch (error) {
      const answer = error instanceof Refused ? error.answer : failed('InternalError');
      entry.status = answer.status;
      if (response.headersSent) request.socket.destroy();
      else await sendAnswer(answer, request, response);
    }
  }

  const server = http.createServer((request, response) => void serve(request, response));
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    void serve(request, response, () => response.writeContinue());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    bucket,
    setting: `s3://${bucket.name}/a/prefix?endpoint=${endpoint}&region=${secrets.region}`,
    environment: { AWS_ACCESS_KEY_ID: secrets.accessKeyId, AWS_SECRET_ACCESS_KEY: secrets.secretAccessKey },
    faults,
    seen,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
