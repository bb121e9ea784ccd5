import { type Hash, createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { EvidenceError } from '../evidence-error.ts';
import { fileBytes } from '../file-bytes.ts';
import type { Received } from '../receive.ts';
import { call, readText } from './call.ts';
import type { Payload } from './exchange.ts';
import type { S3Place } from './s3-place.ts';
import { Transient } from './transient.ts';
import { xmlText } from './xml.ts';

/** Parts of one size, as R2 wants them; S3 wants at least 5 MiB, and a retry sends no more than this again. */
const partBytes = 32 * 1_048_576;

type Upload = { place: S3Place; key: string; uploadId: string };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

async function begin(place: S3Place, key: string, type: string): Promise<Upload> {
  const request = { method: 'POST', key, query: { uploads: '' }, headers: { 'content-type': type } } as const;
  const { value } = await call(place, request, [200], readText);
  const uploadId = xmlText(value, 'UploadId');
  if (uploadId !== undefined) return { place, key, uploadId };
  const details = {
    place: place.name,
    reason: 'it gave an upload no id',
    advice: 'Check that the endpoint is an S3 API.',
  };
  throw new EvidenceError('evidence.unavailable', details);
}

/** The parts of a file, each with its hash, which is signed with it; `whole` takes in all of them. */
async function* partsOf({ file, bytes }: Received, whole: Hash): AsyncGenerator<Payload> {
  for (let from = 0; from < bytes; from += partBytes) {
    const length = Math.min(partBytes, bytes - from);
    const hash = createHash('sha256');
    for await (const chunk of fileBytes(file, from, length)) {
      hash.update(chunk);
      whole.update(chunk);
    }
    yield { bytes: length, sha256: hash.digest('hex'), open: () => fileBytes(file, from, length) };
  }
}

async function sendPart({ place, key, uploadId }: Upload, number: number, payload: Payload): Promise<string> {
  const query = { partNumber: String(number), uploadId };
  const { headers } = await call(place, { method: 'PUT', key, query, payload }, [200], readText);
  return `<Part><PartNumber>${number}</PartNumber><ETag>${headers.etag ?? ''}</ETag></Part>`;
}

/** S3 may begin its answer with 200 and then tell an error in it. */
async function readCompletion(response: IncomingMessage, idleMs: number): Promise<string> {
  const text = await readText(response, idleMs);
  if (response.statusCode === 200 && text.includes('<Error>'))
    throw new Transient(`${xmlText(text, 'Code') ?? 'an error'} at the end of an upload`);
  return text;
}

async function complete(
  { place, key, uploadId }: Upload,
  parts: string[],
): Promise<{ status: number; attempt: number }> {
  const xml = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
  const payload = { bytes: Buffer.byteLength(xml), sha256: sha256(xml), open: () => [Buffer.from(xml)] };
  const headers = { 'if-none-match': '*', 'content-type': 'application/xml' };
  return call(place, { method: 'POST', key, query: { uploadId }, headers, payload }, [200, 404, 412], readCompletion);
}

/** Lets go of parts that would be paid for; a store that cannot be reached now has its own rule for that. */
async function abandon({ place, key, uploadId }: Upload): Promise<void> {
  const once = { ...place, patience: { ...place.patience, attempts: 2 } };
  await call(once, { method: 'DELETE', key, query: { uploadId } }, [204, 200, 404], readText).catch(() => undefined);
}

/**
 * Sends a file in parts; the object comes to be with the last request, and only if nothing has its name.
 * @returns the status of that request (404: an earlier try of it went through) and how often it was sent
 */
export async function putInParts(
  place: S3Place,
  key: string,
  type: string,
  received: Received,
): Promise<{ status: number; attempt: number }> {
  const upload = await begin(place, key, type);
  try {
    const whole = createHash('sha256');
    const sent: string[] = [];
    for await (const part of partsOf(received, whole)) sent.push(await sendPart(upload, sent.length + 1, part));
    const found = whole.digest('hex');
    if (found === received.sha256) {
      const done = await complete(upload, sent);
      if (done.status === 412) await abandon(upload);
      return done;
    }
    const reason = `its copy on the way here has the SHA-256 ${found}`;
    throw new EvidenceError('evidence.corrupt', { object: received.sha256, place: received.file, reason });
  } catch (error) {
    await abandon(upload);
    throw error;
  }
}
