import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachmentText, blockText } from './blocks.ts';
import { rawText } from './text.ts';

const section = { type: 'section', text: { type: 'mrkdwn', text: '*Triggered* #1234' } };

test('takes the words of blocks inside an attachment, and of its fields', () => {
  assert.equal(attachmentText({ fallback: '[no preview available]', blocks: [section] }), '*Triggered* #1234');
  const fields = [{ title: 'Alert', value: 'checkout is down' }, { value: 5 }, null];
  assert.equal(attachmentText({ fallback: 'old', title: 'Down', fields }), 'Down\nAlert: checkout is down\n5');
  assert.equal(attachmentText({ fallback: '[no preview available]' }), '');
  assert.equal(rawText({ ts: '1.0', text: '', attachments: [{ blocks: [section] }] }), '*Triggered* #1234');
});

test('takes the words of rich text and of the fields of a section', () => {
  const part = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
  const list = {
    type: 'rich_text_list',
    elements: [part({ type: 'text', text: 'one' }), part({ type: 'emoji', name: 'ok' })],
  };
  const said = part(
    { type: 'user', user_id: 'U1' },
    { type: 'text', text: ' declared: ' },
    { type: 'link', url: 'https://a.example', text: 'SEV1' },
  );
  assert.equal(
    blockText({ type: 'rich_text', elements: [said, list] }),
    '<@U1> declared: <https://a.example|SEV1>\none\n:ok:',
  );
  const fields = [{ text: '*Status:* Resolved' }, { text: '*Service:* checkout' }];
  assert.equal(blockText({ type: 'section', fields }), '*Status:* Resolved\n*Service:* checkout');
});

test('a button states nothing', () => {
  const button = { type: 'button', text: { type: 'plain_text', text: 'Resolve' } };
  assert.equal(blockText({ type: 'actions', elements: [button] }), '');
  assert.equal(blockText({ type: 'section', text: { text: 'Down' }, accessory: button }), 'Down');
  assert.equal(blockText({ type: 'context', elements: [button, { type: 'mrkdwn', text: 'by Jane' }] }), 'by Jane');
});

test('what is nested without end, or no block, costs nothing', () => {
  let deep: unknown = { type: 'text', text: 'x' };
  for (let level = 0; level < 10_000; level += 1) deep = { type: 'rich_text', elements: [deep] };
  for (const value of [deep, null, 'x', [], { text: {}, fields: {}, elements: 5 }]) assert.equal(blockText(value), '');
  assert.equal(attachmentText({ fields: 'x', blocks: 3, text: {} }), '');
});

test('a bot says more than its text: attachments and blocks, but not twice, and no previews of what others wrote', () => {
  const bot = { ts: '1.0', bot_id: 'B1', text: 'New incident declared' };
  assert.equal(rawText({ ...bot, attachments: [{ blocks: [section] }] }), 'New incident declared\n*Triggered* #1234');
  assert.equal(rawText({ ...bot, blocks: [section] }), 'New incident declared\n*Triggered* #1234');
  assert.equal(rawText({ ...bot, text: 'Triggered #1234', blocks: [section] }), 'Triggered #1234');
  assert.equal(rawText({ ...bot, text: 'Triggered', blocks: [section] }), '*Triggered* #1234');
  const preview = { from_url: 'https://a.example', text: 'Incident resolved' };
  assert.equal(rawText({ ...bot, attachments: [preview] }), 'New incident declared');
  assert.equal(rawText({ ts: '1.0', user: 'U1', text: 'ack', attachments: [section], blocks: [section] }), 'ack');
});
