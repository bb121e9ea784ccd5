import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sources } from '../../sources/index.ts';
import { checkMeans } from './check-means.ts';

// A certificate made for this test, valid from 2026 to 2126, and two signatures by its key, which nobody has any more.
const body =
  'MIIDFzCCAf+gAwIBAgIUNmvOw5y3t7Z/Sw+S+7lGBKIXGl4wDQYJKoZIhvcNAQELBQAwGjEYMBYGA1UEAwwPc25zLmV4YW1wbGUu' +
  'Y29tMCAXDTI2MTEyMTIwMTEyOFoYDzIxMjYxMDI4MjAxMTI4WjAaMRgwFgYDVQQDDA9zbnMuZXhhbXBsZS5jb20wggEiMA0GCSqG' +
  'SIb3DQEBAQUAA4IBDwAwggEKAoIBAQDaOqMUSf/kkOctpkqL85uGWK3tK9KvtE7rD92SU5YWeoiP9p6WSlw9s2fyXLwUtCQYbK1Q' +
  'Ncq+NnbGArh/ifeXGUya9MSXGmDUmDuEJ6dL48YSwfkoktOXvdmgiaDhd2EvNlIf9Zea2oFhYgUwkLihSXCu8Y293o3ajGbYlKUZ' +
  'NNY6Sb/ZmV7b70Wju40RI7AbnJyXkxUKERVEKJpjitKlAlKWmkbDgGDXCux9fcsZ9xKgP1a0TB3LUQIWEkJRBbebcsZHw7rrnSnh' +
  'pK0sGBk1x5K9Fm8y30zN8lxRo9YBuL3KHTnFs2Yk2sdTow+5AsrDJwYOr1abkoAaet9mePNjAgMBAAGjUzBRMB0GA1UdDgQWBBSl' +
  '1sJfN5YAfqyB+HfZMLupIDZsJzAfBgNVHSMEGDAWgBSl1sJfN5YAfqyB+HfZMLupIDZsJzAPBgNVHRMBAf8EBTADAQH/MA0GCSqG' +
  'SIb3DQEBCwUAA4IBAQAm5MVi2IHHGUQU2zDDB1bgw3U3ohRg9wxOmbGCJb42zwTf2Qn8cRloA2T6zD622lJpLz450kfp8MTjdR9M' +
  '3wDL5NpmvY3lWUau7xrRbKN8+jc/SNBeccat84EvTC15Chmso1i6Bhm4rzNAacd3YT4pyQw6NKAab4oT5FOn5HOMGSgo8s66M8Ts' +
  'tNa7eqAAhEsVAudjQOnWcEFYv2b8ZLHy2nEGnnFVe8FSYZ1i/4vF3deoiRyRF9PEW0DPmpr8EsgXv290UJH5clc7GBDZwIg1YdwO' +
  'XZ/AOfRUYh/lq9Vgdgcjp2HsvjVmRZ6pwZbVvru4t3WCWP8EARMVq//DbgU/';
const pem = ['-----BEGIN CERTIFICATE-----', ...(body.match(/.{1,64}/g) ?? []), '-----END CERTIFICATE-----', ''].join(
  '\n',
);
const byVersion1 =
  'H6sWYcjGHN58XTU7VT3M3yty8s3VUsS4zhQREE88shD/SI77tGbmmqwI4kyp5VRLsHN087xu0UpfUd+BmzabhWICU2kFMLDnRyAH' +
  'YNKyHSTDhDBz0XzoMh0tc1DO6xAuvmocBF3POFnfLKs+4PlU/mRISmMBB3L/QbvuK/YmAkWmwQtBqCAbVs2JLS8cNHhNatMfF3LM' +
  '9aXEsBP3UDDjR0LInVo/Wuc1B2A2Ch/Ehvk2S/5uJukgsmo9qCLAGQQZxCudKfhRUopSNfd6u35Y2Np4XBec/wNSOitTbtGPfhgQ' +
  '8l1wH4p0ugyG8TSECOI64PfqjjQPTbo4+4Pd1Rr5fg==';
const byVersion2 =
  'fMeNeK0e9vWDtHjnAmhdEowU2mFiX3rAhXR6qa7BN/+tRZrx4Y6O2QwTTgZP/fxTSrTKh67jPQmPdCSQM2cHEkqMUm9WxZ/qJ1Ez' +
  'ex4XsipfuuKg8FtlHqM4RBFsvawxEdaFcE/uo2k3trtK66HlD+NB7g/gXkx/Zsytjxlbb/k4vMCz7TDyvFtOVoVWacnYuU+MCITx' +
  '/ha99CllEDhOkfOgY23ZgjfEpvRMghk+eWCFkGX6n7Le2G/QW0NnDtv/uP64anYleey1vjeCnLDOSK+4Enu7RnzL/q4hFAK4jyxn' +
  'hlwnjSkEJGoQaV3RxDVGZ8V+qLegfHUE2jYmRcauNQ==';

const sentMs = Date.UTC(2030, 2, 4, 14, 23, 10, 570);
const message = {
  Type: 'Notification',
  MessageId: 'm1',
  TopicArn: 'arn:aws:sns:eu-central-1:210987654321:incidents',
  Message: 'line "one"\nGröße',
  Timestamp: '2030-03-04T14:23:10.570Z',
  SigningCertURL: 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
};
const webhook = sources.find(({ name }) => name === 'cloudwatch')?.webhook;
const refusal = (value: object, atMs = sentMs + 1000) =>
  webhook?.refusal?.(
    { headers: {}, body: new TextEncoder().encode(JSON.stringify({ ...message, ...value })), receivedMs: atMs },
    undefined,
    { ...checkMeans, fetchText: async () => pem },
  );

test('a message of SNS is proven by its certificate, in both versions of the signature', async () => {
  assert.equal(await refusal({ SignatureVersion: '1', Signature: byVersion1 }), undefined);
  assert.equal(await refusal({ SignatureVersion: '2', Signature: byVersion2 }), undefined);
  assert.match((await refusal({ SignatureVersion: '2', Signature: byVersion1 })) ?? '', /wrong/);
  assert.match((await refusal({ SignatureVersion: '2', Signature: byVersion2, Message: 'line' })) ?? '', /wrong/);
});

test('a certificate counts only while it is valid', () => {
  const signature = Buffer.from(byVersion2, 'base64');
  const text = `Message\n${message.Message}\nMessageId\nm1\nTimestamp\n${message.Timestamp}\nTopicArn\n${message.TopicArn}\nType\nNotification\n`;
  const at = (year: number) => checkMeans.verifiedBy(pem, 'SHA-256', text, signature, Date.UTC(year, 5));
  assert.deepEqual([2020, 2030, 2130].map(at), [false, true, false]);
});

test('nothing is asked over plain http', async () => {
  await assert.rejects(checkMeans.fetchText('http://sns.eu-central-1.amazonaws.com/x.pem'), /https/);
});
