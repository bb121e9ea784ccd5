import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeHeaders } from './safe-headers.ts';

const sha256 = 'ab'.repeat(32);

test('images and text are shown, all else is saved without a type', () => {
  for (const type of ['image/png', 'text/plain; charset=utf-8', 'application/json']) {
    const headers = safeHeaders({ sha256, type });
    assert.equal(headers['Content-Type'], type);
    assert.match(headers['Content-Disposition'] ?? '', /^inline;/);
  }
  for (const type of ['text/html', 'image/svg+xml', 'application/xml', 'application/pdf', 'text/javascript', '']) {
    const headers = safeHeaders({ sha256, type });
    assert.equal(headers['Content-Type'], 'application/octet-stream');
    assert.match(headers['Content-Disposition'] ?? '', /^attachment; filename="abababababababab"/);
  }
});

test('nothing may run, be framed, be guessed or be used by another site', () => {
  const headers = safeHeaders({ sha256, type: 'image/png' });
  assert.equal(headers['X-Content-Type-Options'], 'nosniff');
  assert.match(headers['Content-Security-Policy'] ?? '', /^sandbox; default-src 'none'/);
  assert.equal(headers['Cross-Origin-Resource-Policy'], 'same-origin');
  assert.equal(headers['X-Frame-Options'], 'DENY');
});

test('a name keeps its letters and loses its tricks', () => {
  const of = (name: string) => safeHeaders({ sha256, type: 'x/y' }, name)['Content-Disposition'];
  assert.equal(
    of('Übersicht 1.log'),
    `attachment; filename="_bersicht 1.log"; filename*=UTF-8''%C3%9Cbersicht%201.log`,
  );
  assert.equal(of('../../etc/passwd'), `attachment; filename="_.._etc_passwd"; filename*=UTF-8''_.._etc_passwd`);
  assert.doesNotMatch(of('photo\u202egpj.exe') ?? '', /%E2%80%AE/);
  assert.match(of('...') ?? '', /filename="evidence"/);
});

test('no name can add a header, leave its quotes or be no header at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const value = safeHeaders({ sha256, type: 'x/y' }, name)['Content-Disposition'] ?? '';
      assert.match(
        value,
        /^attachment; filename="[\x20-\x21\x23-\x7e]{1,150}"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]{1,1400}$/,
      );
      assert.doesNotThrow(() => new Headers({ 'Content-Disposition': value }));
    }),
  );
});
