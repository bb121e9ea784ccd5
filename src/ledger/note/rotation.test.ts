import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LedgerError } from '../ledger-error.ts';
import { makeSigner } from './keys.ts';
import { announceRotation, keysFrom, openRotation } from './rotation.ts';
import { signNote } from './signed-note.ts';

const origin = 'postmortems.example.org/ledger';
const [first, second, third, stranger] = [1, 2, 3, 4].map(() => makeSigner(origin)) as [
  ReturnType<typeof makeSigner>,
  ReturnType<typeof makeSigner>,
  ReturnType<typeof makeSigner>,
  ReturnType<typeof makeSigner>,
];
const moment = { size: 12, at: '2026-03-01T10:00:00Z' };
const note = announceRotation(first, second, moment);

test('keys are followed from the one that is trusted', () => {
  const keys = keysFrom(first.verifier, [note, announceRotation(second, third, { ...moment, size: 40 })]);
  assert.deepEqual(
    keys.map(({ text }) => text),
    [first, second, third].map(({ verifier }) => verifier.text),
  );
  const { size, at } = openRotation(note, first.verifier);
  assert.deepEqual({ size, at }, moment);
});

test('an announcement by another key, or out of order, is refused', () => {
  assert.throws(() => openRotation(note, stranger.verifier), LedgerError);
  assert.throws(() => keysFrom(first.verifier, [announceRotation(second, third, moment), note]), LedgerError);
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  assert.throws(() => openRotation(signNote(text, [first]), first.verifier), /has not signed its announcement/);
  assert.throws(() => openRotation(signNote(text, [second]), first.verifier), LedgerError);
  assert.throws(() => openRotation(note.replace('\n12\n', '\n13\n'), first.verifier), LedgerError);
});

test('a key of another name cannot follow', () => {
  assert.throws(() => announceRotation(first, makeSigner('elsewhere'), moment), /must be named/);
});
