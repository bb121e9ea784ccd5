import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permissions, type Permission } from '../../operations/access/permissions.ts';
import { proposableOperations, storedOperations } from '../../operations/stored.ts';
import { errorList, HindcastError } from '../../operations/errors.ts';
import { failedResult, isForModel, protocolError } from './failure.ts';
import { leftOut } from './left-out.ts';
import { offersTo, toolName, toolOf } from './tool.ts';
import { toolsetsOf, toolsetNames, usualToolsets } from './toolsets.ts';

const may = Object.keys(permissions) as Permission[];
const all = offersTo({ name: 'a', may }, ['all']);

test('every operation is a tool, or stands in the list of those that are not, with its reason', () => {
  const tools = new Set(all.map(({ operation }) => operation.name));
  for (const { name } of storedOperations) {
    const reasons = leftOut.filter(({ names }) => names.test(name));
    assert.equal(reasons.length + Number(tools.has(name)), 1, name);
  }
  for (const { names, because } of leftOut) {
    assert.ok(
      storedOperations.some(({ name }) => names.test(name)),
      `${names} stands for nothing`,
    );
    assert.match(because, /^[A-Z].{20,}\.$/);
  }
});

test('no tool signs, approves, publishes, or lets anybody in', () => {
  const never =
    /^(?:signoff\.(?!list)|lifecycle\.(?:approve|archive|reopen)|publication\.(?:publish|withdraw)|people\.(?!self|list)|token\.|session\.|passkey\.)/;
  assert.deepEqual(
    all.filter(({ operation }) => never.test(operation.name)),
    [],
  );
});

test('names are valid for every client, and no two tools have the same', () => {
  const names = all.map(({ operation }) => toolName(operation));
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name, /^[a-zA-Z0-9_]{1,50}$/);
});

test('hints follow the effect, and schemas are of objects', () => {
  for (const { operation } of all) {
    const { annotations, inputSchema, outputSchema } = toolOf({ operation, way: 'direct' });
    assert.equal(annotations?.readOnlyHint, operation.effect === 'read', operation.name);
    assert.equal(annotations?.destructiveHint ?? false, operation.effect === 'destructive', operation.name);
    assert.equal(inputSchema.type, 'object');
    assert.ok(outputSchema === undefined || outputSchema.type === 'object');
    assert.ok(JSON.stringify({ inputSchema, outputSchema }).length < 8000, operation.name);
  }
});

test('the usual set is short enough to be read before anything is done', () => {
  const usual = offersTo({ name: 'a', may }, usualToolsets).map(toolOf);
  const letters = JSON.stringify(usual).length;
  assert.ok(usual.length >= 20, `${usual.length} tools`);
  assert.ok(letters / 4 < 10_000, `about ${Math.round(letters / 4)} tokens`);
});

test('a caller is offered what they may: reading alone, proposing, or writing', () => {
  const reader = offersTo({ name: 'a', may: ['incident.see'] }, ['core']);
  assert.ok(reader.every(({ operation }) => operation.effect === 'read'));
  const proposer = offersTo({ name: 'a', may: ['incident.see', 'incident.propose'] }, ['all']);
  const writes = proposer.filter(({ operation }) => operation.effect !== 'read');
  assert.deepEqual(
    writes.map(({ operation }) => operation.name),
    proposableOperations.map(({ name }) => name),
  );
  for (const offer of writes) {
    assert.equal(offer.way, 'propose');
    const { inputSchema, description } = toolOf(offer);
    assert.ok((inputSchema.required as string[]).includes('why'), offer.operation.name);
    assert.match(description ?? '', /^Propose to a person: /);
  }
  const writer = offersTo({ name: 'a', may: ['incident.edit', 'incident.propose'] }, ['all']);
  assert.ok(writer.every(({ way }) => way === 'direct'));
});

test('sets are named by nouns; one that there is not is said', () => {
  assert.deepEqual(toolsetsOf(undefined, storedOperations), ['core']);
  assert.deepEqual(toolsetsOf('costs, ledger', storedOperations), ['costs', 'ledger']);
  assert.throws(() => toolsetsOf('core,nonsense', storedOperations), /no set nonsense/);
  assert.ok(toolsetNames(storedOperations).includes('timeline'));
  const costs = offersTo({ name: 'a', may }, ['costs']);
  assert.deepEqual(new Set(costs.map(({ operation }) => operation.name.split('.')[0])), new Set(['costs']));
});

test('each error is for the model, or of the machine; conflicts and missing things are for the model', () => {
  const machine = Object.keys(errorList).filter((code) => !isForModel(code));
  assert.ok(machine.every((code) => /^(?:access\.unknown|internal|store\.|ledger\.|evidence\.|client\.)/.test(code)));
  for (const code of ['record.conflict', 'input.invalid', 'incident.not-found', 'access.denied', 'rate.limited'])
    assert.ok(isForModel(code));
});

test('a mistake of ours tells nothing of the machine; a refusal says what and what to do', () => {
  const mistake = protocolError(new TypeError('select * from token failed on 10.0.0.5'));
  assert.deepEqual([mistake.message, mistake.code], ['the request was not finished', -32603]);
  assert.throws(() => failedResult(new TypeError('select * from token')), /the request was not finished/);
  const down = new HindcastError('store.unavailable', { reason: 'it is away' });
  assert.throws(() => failedResult(down), /store\.unavailable: .*it is away/);
  const cursor = protocolError(new HindcastError('page.cursor', { cursor: 'x' }));
  assert.deepEqual([cursor.code, cursor.data], [-32602, { code: 'page.cursor' }]);
});
