import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HindcastError } from '../operations/errors.ts';
import { findOperationCommand } from './client/operation-commands.ts';
import { commands } from './command-list.ts';
import { findCommand, nearestCommand, parseCommand } from './parse.ts';

function parse(...words: string[]) {
  const found = findCommand(words);
  assert.ok(found);
  return parseCommand(found.command, found.rest);
}

const usage = (pattern: RegExp) => (error: unknown) =>
  error instanceof HindcastError && error.code === 'usage' && pattern.test(error.message);

test('a command of two words wins over one of one', () => {
  assert.equal(findCommand(['template', 'show', 'x'])?.command.name, 'template show');
  assert.equal(findCommand(['templates'])?.command.name, 'templates');
  assert.equal(findCommand(['template']), undefined);
});

test('options, repeated options and operands are told apart', () => {
  const args = parse('patch', 'a.md', '--set', 'x=1', '-s', 'y=2', '--json');
  assert.deepEqual(args.files, ['a.md']);
  assert.deepEqual(args.texts('set'), ['x=1', 'y=2']);
  assert.equal(args.flag('json'), true);
  assert.equal(args.text('output'), undefined);
});

test('standard input is an operand', () => {
  assert.deepEqual(parse('check', '-').files, ['-']);
});

test('too few and too many operands, unknown options and missing values are usage errors', () => {
  assert.throws(() => parse('read'), usage(/read needs FILE/));
  assert.throws(() => parse('read', 'a', 'b'), usage(/takes only FILE, not b/));
  assert.throws(() => parse('templates', 'a'), usage(/takes no operand, not a/));
  assert.throws(() => parse('read', 'a', '--nope'), usage(/^there is no option --nope$/));
  assert.throws(() => parse('read', 'a', '--template'), usage(/^--template needs a value$/));
  assert.throws(() => parse('read', 'a', '-t', '--json'), usage(/^-t needs a value$/));
  assert.throws(() => parse('read', 'a', '--json=1'), usage(/^--json takes no value$/));
});

test('--help asks for no operand', () => {
  assert.equal(parse('read', '--help').help, true);
});

test('a mistyped command finds its neighbour, a foreign word none', () => {
  assert.equal(nearestCommand('chekc'), 'check');
  assert.equal(nearestCommand('tempaltes'), 'templates');
  assert.equal(nearestCommand('template'), 'template show or template learn');
  assert.equal(nearestCommand('zzz'), undefined);
});

test('every command has a sentence, an example that parses, and code behind it', async () => {
  for (const { name, sentence, examples, load } of commands) {
    assert.match(sentence, /^[A-Z].*\.$/, name);
    assert.ok(examples.length > 0, name);
    for (const { line } of examples) {
      const words = line.replace(/ (?:[<>|]).*$/, '').match(/'[^']*'|\S+/g) ?? [];
      const operation = name === 'call' ? findOperationCommand(words) : undefined;
      const found = operation ?? findCommand(words);
      if (operation === undefined) assert.equal(found?.command.name, name);
      if (found !== undefined) parseCommand(found.command, found.rest);
    }
    assert.equal(typeof (await load()).run, 'function');
  }
});
