import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Call } from './call.ts';
import { copiesTo, type Told } from './copies.ts';
import { followWire } from './follow-wire.ts';
import { tapStdio } from './tap-stdio.ts';

/** A tap whose copies are followed at once, before a command. */
async function tapped(command: string[], chunks: Uint8Array[]) {
  const calls: Call[] = [];
  const wire = followWire((call) => calls.push(call));
  const copies = copiesTo((told: Told) => {
    if (told.kind === 'open') wire.open(told.channel, told.about);
    if (told.kind === 'bytes') wire.bytes(told.channel, Buffer.from(told.bytes), told.atMs);
  }, new Int32Array(1));
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  stdin.setMaxListeners(0);
  const out: Buffer[] = [];
  stdout.on('data', (chunk: Buffer) => out.push(chunk));
  const ended = tapStdio(command, copies, { stdin, stdout, env: process.env });
  const free = () => new Promise((resolve) => void stdin.once('drain', resolve).once('close', resolve));
  for (const chunk of chunks) if (!stdin.write(chunk)) await free();
  stdin.end();
  return { ended: await ended, out: Buffer.concat(out), calls, wire };
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const message = fc.oneof(
  fc.json().map((text) => `${text}\n`),
  fc.json().map((text) => `${text}\r\n`),
  fc.constantFrom('\n', '\r\n', '{"jsonrpc":"2.0","id":1,"method":"tools/call"', '{"id":"ü€\u{1F525}"}\n', '\u2028\0'),
);
const bytes = fc.oneof(
  message.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
);

test('what comes out is byte for byte what went in, whatever it is and however it is cut', async () => {
  const cut = fc.tuple(fc.array(bytes, { maxLength: 12 }), fc.array(fc.nat(2000), { maxLength: 10 }));
  await fc.assert(
    fc.asyncProperty(cut, async ([parts, cuts]) => {
      const whole = Buffer.concat(parts);
      const at = [0, ...cuts.map((each) => Math.min(each, whole.length)).toSorted((a, b) => a - b), whole.length];
      const chunks = at.slice(1).map((end, index) => whole.subarray(at[index], end));
      const { out, ended } = await tapped(
        ['cat'],
        chunks.filter(({ length }) => length > 0),
      );
      assert.deepEqual(ended, { code: 0 });
      assert.equal(out.toString('hex'), whole.toString('hex'));
    }),
    { numRuns: 40 },
  );
});

test('messages of 20 MB pass whole, and their calls are seen', async () => {
  const call = (id: number) =>
    `{"jsonrpc":"2.0","id":${id},"method":"tools/call","params":{"name":"big","arguments":{"text":"${'x'.repeat(20_000_000)}"}}}\n`;
  const whole = Buffer.from(`${call(1)}${call(2)}`);
  const chunks = Array.from({ length: Math.ceil(whole.length / 65_537) }, (_, index) =>
    whole.subarray(index * 65_537, (index + 1) * 65_537),
  );
  const { out, calls, wire } = await tapped(['cat'], chunks);
  assert.equal(sha256(out), sha256(whole));
  await wire.end(0, 'the tool ended');
  assert.deepEqual(
    calls.map(({ name, outcome }) => `${name}: ${outcome}`),
    ['big: no answer', 'big: no answer'],
  );
});

test('a command that does not read holds the source back, and one that ends early ends it', async () => {
  const { ended, out } = await tapped(['sh', '-c', 'head -c 10; exit 3'], [Buffer.alloc(1_000_000, 'a')]);
  assert.deepEqual(ended, { code: 3 });
  assert.equal(out.toString(), 'a'.repeat(10));
});

test('copies that nobody takes are left out, and the stream goes on', async () => {
  const told: Told[] = [];
  const copies = copiesTo((each) => told.push(each), new Int32Array(1));
  const channel = copies.open({ side: 'client', framing: 'lines', connection: 'stdio' });
  const chunk = Buffer.alloc(64 * 1024 * 1024);
  for (let times = 0; times < 5; times += 1) copies.copy(channel, chunk);
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ['open', 'bytes', 'bytes', 'gap'],
  );
});
