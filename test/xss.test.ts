import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderHtml } from '../src/documents/html.ts';
import { findChromium, withChromium } from './chromium.ts';
import { markdownPayloads } from './xss/markdown.ts';
import { preparePage } from './xss/page.ts';
import { tagPayloads } from './xss/tags.ts';

const payloads = [...tagPayloads, ...markdownPayloads];
const browser = findChromium();
const skip = 'reason' in browser ? `skipped: ${browser.reason}` : false;

/** One document that carries a payload wherever a document takes text. */
function hostile(payload: string): string {
  const inline = payload.replaceAll('\n', ' ');
  const cell = inline.replaceAll('|', '\\|');
  const markdown = [
    payload,
    `words ${inline} words`,
    `# ${inline}`,
    `- ${inline}\n  - [x] ${inline}`,
    `> ${inline}`,
    `| ${cell} | ${'long'.repeat(12)}${cell} |\n|---|---|\n| ${cell} |\n| a | ${cell} |`,
    `[${inline}](https://x.test) ![${inline}](${inline}) [a](${inline} "${inline}")`,
    `**${inline}**: ${inline}\n**b**: ${inline}`,
    `\`\`\`${inline}\n${payload}\n\`\`\``,
    `<div ${inline}>`,
  ].join('\n\n');
  return renderHtml({
    markdown,
    title: payload,
    date: payload,
    record: {
      timeline: [
        { at: '2026-01-01T10:00', precision: 'instant', zone: payload, phase: payload, text: payload },
        {
          at: '2026-01-01T11:00',
          precision: 'instant',
          phase: `other ${payload}`,
          milestone: 'resolved',
          text: payload,
        },
      ],
      claims: [{ figure: payload, text: payload }],
    },
    figures: { [payload]: { status: 'unknown', unit: payload, formula: payload, cites: [], reason: payload } },
    findings: [{ code: payload, severity: 'error', message: payload, cites: [], remedy: payload, suggestion: payload }],
  });
}

/** The same page without its content security policy: the escaping alone must hold. */
const withoutPolicy = (html: string): string => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, '');

test(
  `${payloads.length} hostile texts, in every place a document has, run nothing and load nothing in Chromium`,
  { skip },
  async (t) => {
    if ('reason' in browser) return;
    await withChromium(browser.path, async (context) => {
      const probe = await context.newPage();
      const control = await (
        await preparePage(probe)
      )('<!doctype html><img src=x onerror=alert(1)><script>alert(1)</script>');
      assert.ok(
        control.ran > 0 && control.requests.length > 0 && control.strange.length > 0,
        'the trap itself must work',
      );
      await probe.close();
      const open = await preparePage(await context.newPage());
      for (const payload of payloads) {
        const html = hostile(payload);
        const bare = withoutPolicy(html);
        assert.notEqual(bare, html);
        assert.deepEqual(await open(bare), { ran: 0, requests: [], strange: [] }, payload);
      }
      t.diagnostic(`${payloads.length} pages opened without their policy`);
    });
  },
);

test('the policy allows no script, and the page is well formed under it', { skip }, async () => {
  if ('reason' in browser) return;
  await withChromium(browser.path, async (context) => {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.setContent(hostile('<script>alert(1)</script>'));
    const font = await page.evaluate<string>('getComputedStyle(document.body).fontSize');
    assert.equal(font, '14px', 'the style sheet must match the hash in the policy');
    assert.deepEqual(complaints, []);
  });
});
