import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { test } from 'node:test';
import type { CheckMeans } from '../delivery.ts';
import { stringToSign } from './signature.ts';
import { webhook } from './webhook.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
const sentMs = Date.parse('2026-03-04T14:23:10.570Z');
const topic = 'arn:aws:sns:eu-central-1:210987654321:incidents';
const certificate = 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem';

/** A host that has the certificate of SNS, and remembers what was got. */
function means(): CheckMeans & { got: string[] } {
  const got: string[] = [];
  return {
    got,
    fetchText: async (url) => {
      got.push(url);
      return pem;
    },
    verifiedBy: (key, hash, text, signature) => verify(hash, Buffer.from(text), key, signature),
  };
}

const message = {
  Type: 'Notification',
  MessageId: '7d1f2c90-5a3e-5e4f-9b71-0c2f4be6a101',
  TopicArn: topic,
  Subject: 'ALARM "Größe"',
  Message: 'line one\nline "two"',
  Timestamp: '2026-03-04T14:23:10.570Z',
  SignatureVersion: '2',
  SigningCertURL: certificate,
};
const signed = (value: Record<string, unknown>) => ({
  ...value,
  Signature: sign(
    value['SignatureVersion'] === '1' ? 'SHA1' : 'SHA256',
    Buffer.from(stringToSign(value)),
    privateKey,
  ).toString('base64'),
});
const delivery = (value: unknown, headers: Record<string, string> = {}, receivedMs = sentMs + 1000) => ({
  headers,
  body: new TextEncoder().encode(JSON.stringify(value)),
  receivedMs,
});
const refusal = async (value: unknown, secret?: string, headers?: Record<string, string>, receivedMs?: number) =>
  webhook.refusal?.(delivery(value, headers, receivedMs), secret, means());

test('signs what the documentation says: names and values in order, without a missing subject', () => {
  assert.equal(
    stringToSign({ ...message, Subject: undefined }),
    `Message\nline one\nline "two"\nMessageId\n${message.MessageId}\nTimestamp\n${message.Timestamp}\nTopicArn\n${topic}\nType\nNotification\n`,
  );
  const confirmation = { ...message, Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL: 'u', Message: 'm' };
  assert.equal(
    stringToSign(confirmation),
    `Message\nm\nMessageId\n${message.MessageId}\nSubscribeURL\nu\nTimestamp\n${message.Timestamp}\nToken\nt\nTopicArn\n${topic}\nType\nSubscriptionConfirmation\n`,
  );
});

test('takes both versions of a signature, and nothing that was changed', async () => {
  for (const version of ['1', '2']) {
    const genuine = signed({ ...message, SignatureVersion: version });
    assert.equal(await refusal(genuine), undefined);
    assert.match((await refusal({ ...genuine, Message: 'another' })) ?? '', /signature .+ wrong/);
    assert.match((await refusal({ ...genuine, Subject: 'another' })) ?? '', /signature .+ wrong/);
    assert.match((await refusal({ ...genuine, SignatureVersion: version === '1' ? '2' : '1' })) ?? '', /wrong/);
  }
});

test('gets a certificate from nowhere but SNS', async () => {
  const urls = [
    'http://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'https://sns.eu-central-1.amazonaws.com.evil.example/SimpleNotificationService-0123456789abcdef.pem',
    'https://sns.s3-us-west-2.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'https://evil.example/?https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-01.pem',
    'https://sns.eu-central-1.amazonaws.com@evil.example/SimpleNotificationService-01.pem',
    'https://sns.eu-central-1.amazonaws.com/?Action=GetTopicAttributes&x=.pem',
    '',
  ];
  for (const SigningCertURL of urls) {
    const host = means();
    const why = await webhook.refusal?.(delivery(signed({ ...message, SigningCertURL })), undefined, host);
    assert.match(why ?? '', /certificate/, SigningCertURL);
    assert.deepEqual(host.got, []);
  }
  const chinese = 'https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-0123456789abcdef.pem';
  const government = 'https://sns.us-gov-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem';
  for (const SigningCertURL of [chinese, government])
    assert.equal(await refusal(signed({ ...message, SigningCertURL })), undefined);
});

test('refuses what is missing, malformed, of an unknown version, old or of the future', async () => {
  assert.match((await refusal(message)) ?? '', /no signature/);
  assert.match((await refusal({ ...message, Signature: '***' })) ?? '', /no signature/);
  assert.match((await refusal(signed({ ...message, SignatureVersion: '3' }))) ?? '', /versions 1 and 2/);
  assert.match((await refusal(signed({ ...message, Timestamp: 'now' }))) ?? '', /no time/);
  assert.match((await refusal(signed(message), undefined, {}, sentMs + 3_901_000)) ?? '', /older than an hour/);
  assert.match((await refusal(signed(message), undefined, {}, sentMs - 301_000)) ?? '', /future/);
  assert.equal(await refusal(signed(message), undefined, {}, sentMs + 3_600_000), undefined);
});

test('with the ARN of a topic, only its signed messages are taken', async () => {
  assert.equal(await refusal(signed(message), topic), undefined);
  assert.match((await refusal(signed({ ...message, TopicArn: `${topic}2` }), topic)) ?? '', /another topic/);
  assert.match((await refusal({ AlarmName: 'x', NewStateValue: 'OK' }, topic)) ?? '', /signed messages/);
});

test('raw messages and events are taken by their address, or by a key when one is set', async () => {
  const event = { id: 'e1', source: 'aws.ecs', 'detail-type': 'X', detail: {} };
  assert.equal(await refusal(event), undefined);
  assert.equal(await refusal(event, 'key-1', { 'x-api-key': 'key-1' }), undefined);
  assert.match((await refusal(event, 'key-1', { 'x-api-key': 'key-2' })) ?? '', /X-Api-Key/);
  assert.match((await refusal(event, 'key-1')) ?? '', /X-Api-Key/);
});

test('confirms a subscription at SNS only, and only when it is signed', async () => {
  const SubscribeURL = `https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topic}&Token=23`;
  const confirmation = signed({ ...message, Type: 'SubscriptionConfirmation', Token: '23', SubscribeURL });
  const host = means();
  assert.equal((await webhook.greeting?.(delivery(confirmation), host))?.status, 200);
  assert.deepEqual(host.got, [certificate, SubscribeURL]);
  const stranger = signed({
    ...confirmation,
    SubscribeURL: 'https://evil.example/?Action=ConfirmSubscription&Token=23',
  });
  for (const value of [{ ...confirmation, Token: '24' }, stranger]) {
    const other = means();
    assert.equal((await webhook.greeting?.(delivery(value), other))?.status, 400);
    assert.deepEqual(other.got, [certificate]);
  }
  assert.equal(await webhook.greeting?.(delivery(signed(message)), means()), undefined);
});

test('a message is the same by its id, in its envelope or raw', () => {
  assert.equal(webhook.identity?.(delivery(message)), message.MessageId);
  assert.equal(webhook.identity?.(delivery('x', { 'x-amz-sns-message-id': 'm1' })), 'm1');
  assert.equal(webhook.identity?.(delivery({ id: 'e1', source: 's', 'detail-type': 'X', detail: {} })), 'e1');
  assert.equal(webhook.identity?.(delivery(7)), undefined);
});
