import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import type { Hand } from './hands.ts';

const template = `---
name: two-signatures
title: Two signatures
signoff: [Author, Approver]
required: [summary.text]
---
# {{incident.title}}

## Summary

{{summary.text}}

## Timeline

| Time | Event |
|------|-------|
| {{timeline.time}} | {{timeline.text}} |

## Sign-off

| Role | Name | Signature | Date |
|------|------|-----------|------|
| {{signoffs.role}} | {{signoffs.name}} | {{signoffs.signature}} | {{signoffs.date}} |
`;

const pasted = `# Checkout failed for the EU

## Timeline

| Time | Event |
|------|-------|
| 2026-10-14 14:02 UTC | First failed checkouts |
| 2026-10-14 14:49 UTC | Pool enlarged, mitigated |
`;

const main = ({ page }: Hand) => page.getByRole('navigation', { name: 'Main' });
const pagesOf = ({ page }: Hand) => page.getByRole('navigation', { name: 'Pages of this incident' }).first();

/** Opens a one-time link and signs in with it. */
async function signIn(hand: Hand, link: string): Promise<void> {
  const { page } = hand;
  await page.goto(link);
  await hand.press(page.getByRole('button', { name: 'Sign in' }));
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}

async function addPasskey(hand: Hand, name: string): Promise<void> {
  const { page } = hand;
  await hand.press(main(hand).getByRole('link', { name: 'Settings' }));
  await hand.press(page.getByRole('link', { name: 'Passkeys' }));
  await hand.write(page.getByRole('textbox', { name: 'Name of the new one' }), name);
  await hand.press(page.getByRole('button', { name: 'Add a passkey' }));
  await page.getByRole('button', { name: `Rename the passkey ${name}` }).waitFor();
}

/** Gives the link for who is invited. */
async function invite(hand: Hand, name: string): Promise<string> {
  const { page } = hand;
  await hand.press(page.getByRole('link', { name: 'People' }));
  await hand.press(page.getByRole('button', { name: 'Invite somebody' }));
  const dialog = page.getByRole('dialog');
  await hand.write(dialog.getByRole('textbox', { name: 'E-mail address' }), 'ben@example.org');
  await hand.write(dialog.getByRole('textbox', { name: 'Name' }), name);
  await hand.choose(dialog.getByRole('combobox'), 'approver');
  await hand.press(dialog.locator('button[type=submit]'));
  const link = await page.getByRole('dialog', { name: 'The invitation' }).locator('code').textContent();
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Close' }));
  return link ?? '';
}

async function addTemplate(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.press(main(hand).getByRole('link', { name: 'Templates' }));
  await hand.press(page.getByRole('link', { name: 'Write one' }));
  await hand.write(page.getByRole('textbox', { name: 'Source' }), template);
  await hand.press(page.getByRole('button', { name: 'Save' }));
  await page.getByRole('heading', { level: 1, name: 'two-signatures' }).waitFor();
}

async function paste(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.press(main(hand).getByRole('link', { name: 'Home' }));
  await hand.press(page.getByRole('link', { name: 'Write the first post-mortem' }));
  await hand.write(page.getByLabel('Paste it here'), pasted);
  await page.getByRole('region', { name: 'What was understood' }).getByText('Events').waitFor();
  await hand.choose(page.getByLabel('Template'), 'two-signatures: Two signatures');
  await hand.press(page.getByRole('button', { name: 'Create' }));
  await page.waitForURL(/\/incidents\/INC-\d+$/);
}

async function addEvidence(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.press(pagesOf(hand).getByRole('link', { name: 'Evidence' }));
  const choosing = page.waitForEvent('filechooser');
  await hand.press(page.getByRole('button', { name: 'Choose files' }));
  await (
    await choosing
  ).setFiles([{ name: 'pool.log', mimeType: 'text/plain', buffer: Buffer.from('14:02 pool exhausted\n') }]);
  await page.getByRole('heading', { name: 'pool.log' }).waitFor();
}

async function mendAndRequestReview(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.press(pagesOf(hand).getByRole('link', { name: 'Review' }));
  await page.getByRole('heading', { name: /One thing stands in the way/ }).waitFor();
  await hand.press(page.getByRole('link', { name: /^Show the place/ }));
  await page.waitForURL(/#summary/);
  const summary = page.locator('[data-path="summary.text"]').first();
  await hand.press(summary.getByRole('button', { name: /^(?:Edit|Write) / }));
  await hand.write(summary.getByRole('textbox'), 'The pool of connections was full for 47 minutes.');
  await page.keyboard.press('Escape');
  await page.getByText('Saved', { exact: true }).first().waitFor();
  await hand.press(pagesOf(hand).getByRole('link', { name: 'Review' }));
  await page.getByText('Nothing stands in the way.').waitFor();
  await hand.press(page.getByRole('button', { name: 'Request review' }));
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Request review' }));
  await page.getByText('This document is in review.').waitFor();
}

async function sign(hand: Hand, role: string): Promise<void> {
  const { page } = hand;
  await hand.press(page.getByRole('button', { name: `Sign as ${role}` }));
  const dialog = page.getByRole('dialog', { name: `Sign as ${role}` });
  await dialog.getByText(`sign as ${role} that version`).waitFor();
  await hand.press(dialog.getByRole('button', { name: 'Sign with my passkey' }));
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('listitem').filter({ hasText: role }).getByText('holds').waitFor();
}

async function download(hand: Hand): Promise<string> {
  const { page } = hand;
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    hand.press(page.getByRole('link', { name: 'PDF' })),
  ]);
  return file.path();
}

const contentHash = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const incident = location.pathname.split('/')[2];
    const answer = await fetch(`/api/v1/incidents/${incident}/signoffs`);
    return ((await answer.json()) as { sha256: string }).sha256;
  });

/**
 * From the link of the first start to a PDF that two people signed with passkeys, one after the other.
 * @param owner and `approver` each in a browser with an authenticator of its own
 */
export async function firstStartToSignedPdf(owner: Hand, approver: Hand, ownerLink: string): Promise<void> {
  await signIn(owner, ownerLink);
  await addPasskey(owner, 'Laptop');
  const link = await invite(owner, 'Ben Boss');
  await addTemplate(owner);
  await paste(owner);
  const address = owner.page.url();
  await addEvidence(owner);
  await mendAndRequestReview(owner);
  await owner.page.getByText('Waits for Author.').waitFor();
  await sign(owner, 'Author');

  await signIn(approver, link);
  await addPasskey(approver, 'Phone');
  await approver.press(main(approver).getByRole('link', { name: 'Home' }));
  await approver.press(approver.page.getByRole('link', { name: /^Sign · / }));
  await approver.page.waitForURL(`${address}**`);
  await approver.press(pagesOf(approver).getByRole('link', { name: 'Review' }));
  await sign(approver, 'Approver');
  await approver.press(approver.page.getByRole('button', { name: 'Approve' }));
  await approver.press(approver.page.getByRole('dialog').getByRole('button', { name: 'Approve' }));
  await approver.page.getByText('This document is approved.').waitFor();

  const ownerName = await main(owner).locator('a[href="/account"]').innerText();
  const pdf = await download(approver);
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const hash = await contentHash(approver.page);
  assert.match(hash, /^[0-9a-f]{64}$/);
  for (const said of [
    'Checkout failed for the EU',
    ownerName,
    'Ben Boss',
    'Author',
    'Approver',
    'passkey',
    hash.slice(0, 12),
  ])
    assert.ok(text.replaceAll(/\s+/g, ' ').includes(said), `the PDF lacks ${said}:\n${text}`);
}
