import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asHtml } from './as-html.ts';
import { asSlack } from './as-slack.ts';
import { asText } from './as-text.ts';
import { noticeKindNamed, noticeKinds, type NoticeText } from './index.ts';

const about = { number: 'INC-7', title: 'Checkout was down', severity: 'S1' };
const letter = { origin: 'https://hindcast.example', foot: 'You own it.', footLink: 'https://hindcast.example/x' };
const told = ({ kind, values }: NoticeText) => {
  const found = noticeKindNamed(kind);
  assert.ok(found);
  return found.tell(found.values.parse(values), about);
};

test('each kind says what happened, what to do and where, in every form', () => {
  for (const { name: kind, example: values } of noticeKinds) {
    const says = told({ kind, values } as NoticeText);
    assert.ok(says.subject.length > 5 && says.subject.length <= 120 && !says.subject.includes('\n'), kind);
    assert.ok(asText(says, letter).includes(`https://hindcast.example${says.link.path}\n`), kind);
    assert.match(asHtml(says, letter), /<h1/);
    for (const text of [asText(says, letter), asHtml(says, letter), JSON.stringify(asSlack(says, letter.origin))])
      assert.doesNotMatch(text, /undefined|\[object|NaN/, kind);
  }
});

test('what somebody wrote is text, and neither markup nor a mention of everybody', () => {
  const text = '<script>alert(1)</script> <!channel> & "x"';
  const says = told({ kind: 'comment.mention', values: { by: '<b>Ana</b>', text } });
  assert.doesNotMatch(asHtml(says, letter), /<script>|<b>|<!channel/);
  assert.match(asHtml(says, letter), /&lt;script&gt;/);
  assert.doesNotMatch(JSON.stringify(asSlack(says, letter.origin)), /<!channel>|<script>/);
});

test('a message stays within what Slack takes, however long its texts are', () => {
  const text = 'a & b < c\n'.repeat(2000);
  const items = Array.from({ length: 500 }, () => ({ subject: text, path: '/x', about: '' }));
  const { blocks } = asSlack(
    { ...told({ kind: 'document.approved', values: { by: 'Ana' } }), quote: text, sentences: [text], items },
    letter.origin,
  );
  assert.ok(blocks.length <= 50);
  for (const block of blocks as { text?: { text: string } }[]) assert.ok((block.text?.text.length ?? 0) <= 3000);
});
