import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documents, eventAt } from './opened-document.ts';

const { skip, open } = await documents();

test('many changes in a row are read a few times, and the last of them is shown', { skip }, async () => {
  const { page, id, owner } = await open({
    incident: { title: 'Checkout fails', date: '2026-10-14' },
    timeline: [eventAt('10:00', 'It began')],
  });
  let reads = 0;
  page.on('request', (request) => {
    if (/\/api\/v1\/incidents\/INC-\d+$/.test(request.url())) reads += 1;
  });
  const changes = 30;
  const began = performance.now();
  for (let at = 1; at <= changes; at += 1) {
    const entry = eventAt('10:00', `Step ${at}`);
    const { status, text } = await owner.call('POST', `/incidents/${id}/timeline`, { entry });
    assert.equal(status, 200, text);
  }
  await page
    .getByRole('gridcell', { name: `Step ${changes}`, exact: true })
    .first()
    .waitFor();
  const most = (performance.now() - began) / 250 + 2;
  assert.ok(reads > 0 && reads <= most, `${reads} reads, at most ${most.toFixed(1)} are four a second`);
});
