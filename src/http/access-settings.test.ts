import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HindcastError } from '../operations/errors.ts';
import { accessSettingsOf, defaultAccess } from './access-settings.ts';

const origin = 'https://hindcast.example';

test('without settings nothing is sent, asked or trusted', () => {
  assert.deepEqual(accessSettingsOf({}, origin), defaultAccess);
  const blank = { HINDCAST_SMTP: '', HINDCAST_OIDC_ISSUER: '', HINDCAST_TRUSTED_PROXY: '', HINDCAST_RATE_LIMIT: '' };
  assert.deepEqual(accessSettingsOf(blank, origin), defaultAccess);
});

test('settings are read as they are written', () => {
  const read = accessSettingsOf(
    {
      HINDCAST_SMTP: 'smtp://user:secret@mail.example:587',
      HINDCAST_OIDC_ISSUER: 'https://idp.example/realm',
      HINDCAST_OIDC_CLIENT_ID: 'hindcast',
      HINDCAST_OIDC_CLIENT_SECRET: 's',
      HINDCAST_OIDC_DOMAINS: 'Example.org, example.com',
      HINDCAST_TRUSTED_PROXY: '1',
      HINDCAST_RATE_LIMIT: '600',
      HINDCAST_METRICS: 'open',
    },
    origin,
  );
  assert.deepEqual(read, {
    trustedProxies: 1,
    requestsPerMinute: 600,
    metrics: 'open',
    mail: { smtp: 'smtp://user:secret@mail.example:587', from: 'Hindcast <hindcast@hindcast.example>' },
    oidc: {
      issuer: 'https://idp.example/realm',
      clientId: 'hindcast',
      clientSecret: 's',
      domains: ['example.org', 'example.com'],
    },
  });
});

for (const [name, value] of [
  ['HINDCAST_SMTP', 'mail.example:secret-word'],
  ['HINDCAST_OIDC_ISSUER', 'http://idp.example'],
  ['HINDCAST_OIDC_ISSUER', 'https://idp.example'],
  ['HINDCAST_TRUSTED_PROXY', 'yes'],
  ['HINDCAST_RATE_LIMIT', '-1'],
  ['HINDCAST_METRICS', 'closed'],
] as const)
  test(`${name}=${value} is refused by name, without what may be secret`, () => {
    assert.throws(
      () => accessSettingsOf({ [name]: value }, origin),
      (error) =>
        error instanceof HindcastError &&
        error.code === 'server.setting' &&
        error.message.startsWith('HINDCAST_') &&
        !error.message.includes('secret-word'),
    );
  });
