import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const found = await browsing();
const skip = 'reason' in found ? found.reason : false;
const browse = () => {
  if ('reason' in found) throw new Error(found.reason);
  return found;
};

test(
  'a clock of a law is seen in the margin, begun where the timeline does not say so, settled late with its reason, and taken back',
  { skip, timeout: 120_000 },
  async () => {
    const { server, as, origin } = browse();
    const ann = await server.person('editor', 'Ann Example');
    const { json } = await ann.call('POST', '/incidents', {
      record: { incident: { title: 'Leak' }, obligations: [{ regime: 'GDPR', required: 'YES' }] },
    });
    const key = String(json['key']);
    const { page } = await as(ann);
    await page.goto(`${origin}/incidents/${key}`);
    await page.getByText('Supervisory authority (Art. 55)').waitFor();
    await page.getByRole('link', { name: 'All clocks of this incident' }).click();
    const card = page.getByRole('article', { name: /Notification of a personal data breach/ });
    await card.getByText('When did you become aware?').waitFor();
    await expectAccessible(page);

    await card.getByRole('button', { name: /^When it began/ }).click();
    await page.getByLabel('When that was').fill('2026-01-05T10:00');
    await page.getByLabel('Why then').fill('The forensics found personal data.');
    await page.getByRole('button', { name: 'Count from then' }).click();
    await card.getByText(/ late$/).waitFor();
    await card.getByRole('link', { name: 'Regulation (EU) 2016/679, Art. 33(1)' }).waitFor();

    await card.getByRole('button', { name: /^Done…/ }).click();
    await page.getByLabel('What shows it').fill('Case 4711');
    assert.equal(await page.getByRole('button', { name: 'Settle' }).isDisabled(), true);
    await page.getByLabel('Why it was late').fill('The portal was down.');
    await page.getByRole('button', { name: 'Settle' }).click();
    await card.getByText('done late').waitFor();
    await card.getByText('Ann Example').waitFor();
    await card.getByRole('button', { name: /^Take back/ }).click();
    await card.getByText(/ late$/).waitFor();

    const asked = page.getByRole('article', { name: /Communication of a personal data breach/ });
    await asked.getByRole('button', { name: /^Does not apply/ }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('The data was encrypted.');
    await page.getByRole('button', { name: 'It does not apply' }).click();
    await asked.getByText('The data was encrypted.').waitFor();
  },
);

test(
  'an owner says what the organisation is, and tries a clock of a contract on an incident before it is kept',
  { skip, timeout: 120_000 },
  async () => {
    const { server, as, origin } = browse();
    const owner = await server.person('owner');
    const { json } = await owner.call('POST', '/incidents', { record: { incident: { severity: 'SEV1' } } });
    const { page } = await as(owner);
    await page.goto(`${origin}/settings/clocks`);
    await page
      .getByRole('checkbox', { name: /NIS2\)$/ })
      .first()
      .check();
    await page.getByText('Clocks of all incidents are looked at anew.').waitFor();
    await page.getByLabel('Try them on an incident').fill(String(json['key']));
    await page.getByText('asks whether it applies').first().waitFor();
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(
      'rules:\n  - id: acme\n    regime: Acme\n    tell: Acme\n    what: First report\n    severities: [SEV1]\n    from: declared\n    within: 4h\n    cite: Contract\n',
    );
    await page.getByText('waits for its beginning').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: 'yours' }).waitFor();
    await expectAccessible(page);
  },
);
