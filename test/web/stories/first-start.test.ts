import { spawnSync } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../chromium.ts';
import { passableFolder, startServer } from '../../server/start-server.ts';
import { addAuthenticator, faultsOf } from '../reviewing.ts';
import { firstStartToSignedPdf } from './first-start.ts';
import { type Hand, keyboard, pointer } from './hands.ts';

const found = findChromium();
const noPdftotext = spawnSync('pdftotext', ['-v']).error !== undefined;
const skip = 'reason' in found ? found.reason : noPdftotext ? 'no pdftotext (package poppler-utils)' : false;

async function tell(context: TestContext, hand: (page: Hand['page']) => Promise<Hand>): Promise<void> {
  if ('reason' in found) return;
  const { url, ownerLink } = await startServer(context, `${passableFolder(context)}/data`);
  const browser: Browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  context.after(() => browser.close());
  const somebody = async () => {
    const own = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    const page = await own.newPage();
    page.setDefaultTimeout(30_000);
    await addAuthenticator(page);
    return { hand: await hand(page), faults: faultsOf(page) };
  };
  const [owner, approver] = [await somebody(), await somebody()];
  assert.match(ownerLink ?? '', new RegExp(`^${url}/sign-in/link`));
  await firstStartToSignedPdf(owner.hand, approver.hand, ownerLink ?? '');
  for (const each of [owner, approver]) await each.hand.done();
  assert.deepEqual([...owner.faults, ...approver.faults], []);
}

const limit = { skip, timeout: 300_000 };

test(
  'from the link of the first start to a PDF that two people signed with their passkeys, one after the other',
  limit,
  (context) => tell(context, pointer),
);

test('the same by keyboard alone: the focus is seen at every stop, in sight, and never lost', limit, (context) =>
  tell(context, keyboard),
);
