import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Recording, startRecording } from './recording.ts';

const call = (id: number) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name: 'scale', arguments: { id } },
});
const answer = (id: number) => ({ jsonrpc: '2.0', id, result: { content: [{ type: 'text', text: `answer ${id}` }] } });

/** Records what `work` does without a server, and gives the results that are in the spool. */
async function recorded(context: TestContext, work: (copies: Recording['copies']) => void): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hindcast-recording-'));
  context.after(() => rm(folder, { recursive: true }));
  const about = { incident: 'INC-1', kind: 'mcp', command: ['ops'] } as const;
  const recording = startRecording({ ...about, command: [...about.command] }, undefined, { HINDCAST_SPOOL: folder });
  work(recording.copies);
  await recording.end('the tool ended');
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
  const lines = (await readFile(path.join(folder, file), 'utf8')).trim().split('\n').slice(1);
  return lines.map((line) =>
    (JSON.parse(line) as { step: { result: string } }).step.result.replace(/ after [^:]+/, ''),
  );
}

test('an answer as events that comes at once is that of its request', async (context) => {
  const results = await recorded(context, (copies) => {
    const connection = 'once:1';
    const asked = copies.open({ side: 'client', framing: 'whole', connection });
    copies.copy(asked, Buffer.from(JSON.stringify(call(1))));
    copies.close(asked);
    const answered = copies.open({ side: 'server', framing: 'events', connection, answers: asked, status: 200 });
    copies.copy(answered, Buffer.from(`event: message\ndata: ${JSON.stringify(answer(1))}\n\n`));
    copies.close(answered);
  });
  assert.deepEqual(results, ['ok: answer 1']);
});

test('thousands of calls that come at once are all kept', async (context) => {
  const [calls, each] = [6000, 400];
  const results = await recorded(context, (copies) => {
    const out = copies.open({ side: 'client', framing: 'lines', connection: 'stdio' });
    const back = copies.open({ side: 'server', framing: 'lines', connection: 'stdio' });
    const lines = (of: (id: number) => object, from: number) =>
      Buffer.from(Array.from({ length: each }, (_, index) => `${JSON.stringify(of(from + index))}\n`).join(''));
    for (let from = 0; from < calls; from += each) {
      copies.copy(out, lines(call, from));
      copies.copy(back, lines(answer, from));
    }
  });
  assert.equal(results.length, calls);
});
