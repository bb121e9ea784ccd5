import { verify, X509Certificate } from 'node:crypto';
import type { CheckMeans } from '../../sources/index.ts';

const mostBytes = 64_000;
const patienceMs = 5000;
/** Certificates by their address: each delivery of a sender names the same one. */
const mostKept = 50;
const keptMs = 3_600_000;

const kept = new Map<string, { text: string; atMs: number }>();

async function fetched(url: string): Promise<string> {
  if (!url.startsWith('https://')) throw new Error('only https addresses are asked');
  // A redirect could lead where the source would not have gone.
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok || response.body === null) throw new Error(`${new URL(url).host} answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error(`${new URL(url).host} answered with more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What the checks of sources may use of the outside: https, and RSA signatures of certificates. */
export const checkMeans: CheckMeans = {
  fetchText: async (url) => {
    const known = kept.get(url);
    if (known !== undefined && performance.now() - known.atMs < keptMs) return known.text;
    const text = await fetched(url);
    if (!text.includes('BEGIN CERTIFICATE')) return text;
    if (kept.size >= mostKept) kept.clear();
    kept.set(url, { text, atMs: performance.now() });
    return text;
  },
  verifiedBy: (pem, algorithm, text, signature, nowMs) => {
    const { publicKey, validFrom, validTo } = new X509Certificate(pem);
    if (publicKey.asymmetricKeyType !== 'rsa' || nowMs < Date.parse(validFrom) || nowMs > Date.parse(validTo))
      return false;
    return verify(algorithm.replace('-', ''), Buffer.from(text), publicKey, signature);
  },
};
