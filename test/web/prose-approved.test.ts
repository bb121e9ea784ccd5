import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, browse, reader, recorded, skip, summaryOf } from './prose-room.ts';
import { plainTemplate } from './screens/furnish.ts';
import { keyboard, pointer } from './stories/hands.ts';

for (const by of [pointer, keyboard])
  test(
    `a document approved while somebody is offline stays as it was approved: the late text is offered, and can be copied or thrown away (${by.name})`,
    { skip },
    async () => {
      const ann = await browse().server.person('owner', 'Ann Example');
      const ben = await browse().server.person('editor', 'Ben Okafor');
      await ann.call('POST', '/templates', { source: plainTemplate });
      const record = { incident: { title: 'Checkout' }, summary: { text: 'It began.' } };
      const { id, key } = (await ann.call('POST', '/incidents', { record, template: 'plain' })).json as Record<
        string,
        string
      >;
      const writer = await reader(ben, key ?? '', undefined, by);
      const { page, hand, setOffline } = writer;
      await begin(writer);
      await setOffline(true);
      await hand.type(' Late words.');
      await page.getByText('Offline, kept here').first().waitFor();
      for (const step of ['submit', 'approve']) {
        const done = await ann.call('POST', `/incidents/${id}/${step}`, {});
        assert.equal(done.status, 200, done.text);
      }
      await setOffline(false);
      await page.getByRole('heading', { name: 'Your text was not taken' }).waitFor();
      assert.ok(await page.getByText('It began. Late words.').first().isVisible());
      const { status } = (await ann.call('GET', `/incidents/${id}`)).json as Record<string, string>;
      assert.equal(status, 'approved');
      assert.equal(await recorded(ann, key ?? '', /began/), 'It began.');
      // It outlasts a reload: only its writer decides.
      await page.reload();
      await page.getByRole('heading', { name: 'Your text was not taken' }).waitFor();
      await hand.press(page.getByRole('button', { name: 'Throw it away' }));
      await summaryOf(page).getByText('It began.', { exact: true }).waitFor();
      await hand.done();
    },
  );
