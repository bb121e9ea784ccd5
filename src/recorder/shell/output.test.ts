import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joinOutput } from './join-output.ts';
import { outputReader, shownText } from './output.ts';

const begin = (id: number) => `\u001B[?6973;${id}h`;
const end = (id: number) => `\u001B[?6973;${id}l`;

function read(chunks: string[]): [string, string][] {
  const said: [string, string][] = [];
  const reader = outputReader((id, output) => said.push([id, output]));
  for (const chunk of chunks) reader(chunk);
  return said;
}

test('what each command said is told, however the terminal is read in chunks', () => {
  const whole = `$ a\r\n${begin(1)}one\r\n\u001B[31mred\u001B[0m\r\n${end(1)}$ b\r\n${begin(22)}${end(22)}$ ${begin(3)}x${end(4)}`;
  fc.assert(
    fc.property(fc.array(fc.nat(whole.length), { maxLength: 30 }), (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
      const chunks = at.slice(1).map((to, index) => whole.slice(at[index], to));
      assert.deepEqual(read(chunks), [
        ['1', 'one\nred'],
        ['22', ''],
      ]);
    }),
  );
});

test('progress that is written over is told as it ended, and programs of the whole screen are only named', () => {
  assert.equal(shownText('10%\r50%\r100%\r\ndone\r\n'), '100%\ndone');
  assert.equal(shownText('\u001B[?1049hvi\u001B[?1049l'), '(a program that used the whole screen)');
});

test('endless output is held up to a bound', () => {
  const chunk = 'x'.repeat(100_000);
  const [said] = read([begin(1), chunk, chunk, end(1)]);
  assert.equal(said?.[1].length, 65_536);
});

test('commands and what they said come together in the order of the commands', () => {
  const kept: string[] = [];
  const joined = joinOutput(({ command, output }) => kept.push(`${command}: ${output}`));
  const command = (text: string) => ({ command: text, exitCode: 0, startedAt: '' });
  joined.command('1', command('a'));
  joined.command('2', command('b'));
  joined.output('2', 'B');
  joined.output('9', 'of a command that the history leaves out');
  joined.output('1', 'A');
  joined.output('3', 'C');
  joined.command('3', command('c'));
  joined.command('4', command('d'));
  assert.deepEqual(kept, ['a: A', 'b: B', 'c: C']);
  joined.end();
  assert.equal(kept.at(-1), 'd: undefined');
});
