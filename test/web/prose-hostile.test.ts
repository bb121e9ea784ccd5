import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browse, editorOf, newIncident, reader, recorded, skip, summaryOf, write } from './prose-room.ts';

const hostile = [
  '<script>window.hurt = 1</script> <img src=x onerror="window.hurt = 2"> <svg onload=window.hurt=3>',
  '[a](javascript:window.hurt=4) [b](  JaVaScRiPt:window.hurt=5) [c](data:text/html,<script>window.hurt=6</script>)',
  '![d](javascript:window.hurt=7) ![e](evidence:../../../../sign-out) <javascript:window.hurt=8> vbscript:x',
  '[evil](https://example.org/"onmouseover="window.hurt=9) \u202Egpj.exe\u202C',
  `| ${'a | '.repeat(300)}\n| ${'--- | '.repeat(300)}\n| ${'x | '.repeat(300)}`,
  '> '.repeat(500) + 'deep',
  '['.repeat(3000) + '*_`'.repeat(1000),
].join('\n\n');

test(
  'hostile Markdown is text to readers and writers alike: nothing runs, nothing foreign is asked for',
  { skip },
  async () => {
    const ann = await browse().server.person('owner', '<img src=x onerror=alert(1)>');
    const { key } = await newIncident(ann, hostile);
    const { page, complaints } = await reader(ann, key);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await summaryOf(page).getByText('deep').waitFor();
    const addresses = await summaryOf(page)
      .locator('a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    assert.ok(
      addresses.every((address) => /^(?:https?:|mailto:|\/api\/)/.test(address)),
      addresses.join(' '),
    );
    assert.equal(await summaryOf(page).locator('script, iframe, object, style').count(), 0);
    await write(page);
    await page.keyboard.type('!');
    assert.equal(await recorded(ann, key, /!$/), `${hostile}!`);
    assert.equal(await page.evaluate('window.hurt'), undefined);
    assert.ok(
      asked.every((url) => url.startsWith(browse().origin)),
      asked.join(' '),
    );
    assert.deepEqual(complaints, []);
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
  },
);

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test(
  'a picture that is chosen or pasted becomes evidence and is shown; one that is refused leaves the text as it was',
  { skip },
  async () => {
    const ann = await browse().server.person('owner', 'Ann Example');
    const { key, id } = await newIncident(ann, 'Seen: ');
    const { page, complaints } = await reader(ann, key);
    await write(page);
    const file = { name: 'a [graph].png', mimeType: 'image/png', buffer: pixel };
    await summaryOf(page).locator('input[type=file]').setInputFiles(file);
    const text = await recorded(ann, key, /evidence:/);
    assert.match(text, /^Seen: ?!\[a graph \.png\]\(evidence:[0-9a-f]{64}\)$/);
    const loaded = 'document.querySelector("[data-path=\'summary.text\'] img")?.naturalWidth';
    await page.waitForFunction(`${loaded} === 1`);
    await page.keyboard.press('Escape');
    await page.waitForFunction(`${loaded} === 1`);
    const { items } = (await ann.call('GET', `/incidents/${id}/evidence`)).json as unknown as { items: unknown[] };
    assert.equal(items.length, 1);
    assert.deepEqual(complaints, []);
    await write(page);
    await summaryOf(page)
      .locator('input[type=file]')
      .setInputFiles({ ...file, buffer: Buffer.alloc(0) });
    await page.getByText('a [graph].png was not attached.').waitFor();
    assert.equal(await recorded(ann, key, /evidence:/), text);
    assert.equal(
      await summaryOf(page)
        .getByText(/Sending/)
        .count(),
      0,
    );
    await editorOf(page).evaluate((content, base64) => {
      const clipboardData = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      clipboardData.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }));
      content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, pixel.toString('base64'));
    assert.match(await recorded(ann, key, /pasted/), /!\[pasted\.png\]\(evidence:[0-9a-f]{64}\)/);
  },
);
