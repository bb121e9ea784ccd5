import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible } from './axe.ts';
import { browsing } from './browse.ts';

const started = await browsing();
if ('reason' in started) test('the templates', { skip: started.reason }, () => undefined);
else {
  const { server, origin, as } = started;
  const ann = await server.person('owner', 'Ann Example');
  const eve = await server.person('viewer', 'Eve Looker');
  const form =
    '# Post-mortem: [Title]\n\n**Severity:** [SEV1/SEV2]\n\n**Owner:** [Name]\n\n## Summary\n\n[What happened]\n';

  test('a template is learned from a pasted form, one place of it left out, kept, changed and archived', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/templates`);
    await page.getByRole('link', { name: 'Learn from a document' }).click();
    await page.getByRole('textbox', { name: 'Name of the template' }).fill('our-own');
    await page.getByRole('textbox', { name: 'Form or document' }).fill(form);
    await page.getByRole('button', { name: 'Propose a template' }).click();
    await page.getByRole('checkbox', { name: /incident.severity/ }).uncheck();
    await page.getByRole('button', { name: 'Go on with the source' }).click();
    const source = page.getByRole('textbox', { name: 'Source' });
    assert.match(await source.innerText(), /\{\{incident\.title\}\}/);
    assert.doesNotMatch(await source.innerText(), /\{\{incident\.severity\}\}/);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/templates\/our-own/);
    await page.getByRole('heading', { level: 1, name: 'our-own' }).waitFor();
    await source.press('Control+End');
    await page.keyboard.insertText('\n## Lessons\n\n- {{lessons.text}}\n');
    await page.getByRole('button', { name: 'Places' }).click();
    await page.getByText('lessons.text', { exact: true }).last().waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page
      .getByRole('dialog')
      .getByText(/signatures given for the document/)
      .waitFor();
    await page.getByRole('button', { name: 'Save the change' }).click();
    await page.getByText('The template our-own is saved.').waitFor();
    await page.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await page.getByText('Your team has no templates of its own yet.').waitFor();
    await context.close();
  });

  test('what is wrong with a source is said at its line, and an example is read with it', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/templates?new=blank`);
    const source = page.getByRole('textbox', { name: 'Source' });
    const line = source.locator('.cm-line', { hasText: '{{incident.severity}}' });
    await line.click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.insertText('**Severity:** {{incident.nothing}}');
    await page.getByText('Line 7:').waitFor();
    const marked = source.locator('.cm-line', { hasText: '{{incident.nothing}}' });
    assert.match(await marked.innerText(), /incident\.nothing\}\}.+\S/, 'the line does not say what is wrong with it');
    assert.equal(await source.getAttribute('aria-invalid'), 'true');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Go to line 7' }).click();
    assert.match(await page.evaluate(() => String(getSelection())), /incident\.nothing/);
    assert.equal(await source.evaluate((field) => field === document.activeElement), true);
    await page.keyboard.press('Control+z');
    await page.getByText('Line 7:').waitFor({ state: 'detached' });
    await source.getByText('{{incident.severity}}').waitFor();
    await page.getByRole('button', { name: 'Example' }).click();
    await page
      .getByRole('textbox', { name: /Paste a document/ })
      .fill('# Checkout slow\n\n**Severity:** SEV1\n\n## Summary\n\nIt was slow.\n');
    await page.getByRole('row', { name: /incident.severity SEV1/ }).waitFor();
    await context.close();
  });

  test('Tab leaves the source as it leaves any field; a key of its own indents', async () => {
    const { page, context } = await as(ann);
    await page.goto(`${origin}/templates?new=blank`);
    const source = page.getByRole('textbox', { name: 'Source' });
    const hasFocus = () => source.evaluate((field) => field === document.activeElement);
    await source.press('Control+End');
    await page.keyboard.insertText('\nnew line');
    await page.keyboard.press('Control+]');
    assert.equal(await source.locator('.cm-line').last().textContent(), '  new line');
    await page.keyboard.press('Tab');
    assert.equal(await hasFocus(), false);
    await page.keyboard.press('Shift+Tab');
    assert.equal(await hasFocus(), true);
    await context.close();
  });

  test('who is no admin reads templates and is offered nothing to change', async () => {
    const { page, context } = await as(eve);
    await page.goto(`${origin}/templates`);
    await page
      .getByRole('link', { name: /Enterprise/i })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Source' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 0);
    assert.equal(await page.getByRole('textbox', { name: 'Source' }).isEditable(), false);
    await context.close();
  });

  test('templates break no rule of accessibility that a machine can check, wide and narrow', async () => {
    for (const width of [1440, 390])
      for (const at of ['', '/enterprise', '?new=blank', '?new=learn']) {
        const { page, context } = await as(ann, { width });
        await page.goto(`${origin}/templates${at}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForTimeout(300);
        await expectAccessible(page);
        await context.close();
      }
  });
}
