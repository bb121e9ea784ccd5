import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directory } from './names.ts';
import { plainSlack, rawText } from './text.ts';

const names = directory(
  [{ id: 'U1', profile: { display_name: '', real_name: 'Jane Doe' } }, { id: 7 }],
  [{ id: 'C1', name: 'ops' }],
  [],
);
const plain = (text: string) => plainSlack(text, names);

test('turns mentions, channels, links and entities into words', () => {
  assert.equal(plain('<@U1> and <@U2|sam> and <@U3>'), '@Jane Doe and @sam and @U3');
  assert.equal(
    plain('<#C1> <#C2|war-room> <!here> <!subteam^S1|@oncall> <!date^1^{date}|4 March>'),
    '#ops #war-room @here @oncall 4 March',
  );
  assert.equal(
    plain('<https://a.example/x?y=1&amp;z=2> <https://a.example|dashboard> <mailto:a@b.example|a@b.example>'),
    'https://a.example/x?y=1&z=2 dashboard (https://a.example) a@b.example',
  );
  assert.equal(plain('a &lt; b &amp;&amp; c &gt; d'), 'a < b && c > d');
});

test('leaves what is no reference as it is, and decodes an entity once only', () => {
  assert.equal(plain('if a <b> c'), 'if a <b> c');
  assert.equal(plain('&amp;lt;script&amp;gt;'), '&lt;script&gt;');
});

test('takes the words of attachments and blocks when a bot sends no text', () => {
  assert.equal(
    rawText({ ts: '1.0', attachments: [{ title: 'Down', text: '503' }, { fallback: 'old' }, 'x'] }),
    'Down\n503\nold',
  );
  assert.equal(
    rawText({ ts: '1.0', text: ' ', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Up' } }, null] }),
    'Up',
  );
});

test('takes linear time on hostile text', () => {
  const from = performance.now();
  for (const piece of ['<', '<@', '&amp;', '<a|']) plain(piece.repeat(500_000));
  assert.ok(performance.now() - from < 2000);
});
