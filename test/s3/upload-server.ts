import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openEvidenceStore, releasing } from '../../src/store/evidence/index.ts';

// A process of its own, so that its memory is the store's alone: PUT / stores, GET /SHA-256 reads, GET /peak tells bytes.
const [setting = '', dataFolder = ''] = process.argv.slice(2);
const store = openEvidenceStore(setting, dataFolder);

/** Not `resourceUsage().maxRSS`, which a new process takes over from the one that started it. */
async function peakBytes(): Promise<number> {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}

const server = http.createServer(async (request, response) => {
  const name = (request.url ?? '').slice(1);
  if (request.method === 'PUT') response.end((await store.put(releasing(request), { maxBytes: 2 ** 40 })).sha256);
  else if (name === 'peak') response.end(String(await peakBytes()));
  else await pipeline(Readable.from((await store.get(name)).body, { objectMode: false }), response);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
