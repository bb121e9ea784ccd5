import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { listen, noise } from './heard.ts';
import { ringFaults } from './ring.ts';

/** How somebody uses a page: what a story asks for, by pointer or by keyboard alone. */
export type Hand = {
  page: Page;
  /** Goes to something without doing anything there. */
  reach: (target: Locator) => Promise<void>;
  /** Presses a button, follows a link. */
  press: (target: Locator) => Promise<void>;
  /** Puts a text in place of what stands in a field. */
  write: (field: Locator, text: string) => Promise<void>;
  /** Takes an option of a list by its label. */
  choose: (list: Locator, label: string) => Promise<void>;
  /** Presses keys one after the other, where the focus is. */
  keys: (...names: string[]) => Promise<void>;
  /** Writes where the focus is, as fast as somebody who takes so long for each letter. */
  type: (text: string, delayMs?: number) => Promise<void>;
  /** What a screen reader was told to say until now. */
  heard: () => string[];
  /** Fails when the page was used otherwise than this hand may, or spoke to a listener without need. */
  done: () => Promise<void>;
};

/** A mouse. */
export async function pointer(page: Page): Promise<Hand> {
  const heard = await listen(page);
  return {
    page,
    reach: (target) => target.hover(),
    press: (target) => target.click(),
    write: async (field, text) => {
      await field.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    choose: async (list, label) => void (await list.selectOption({ label })),
    keys: async (...names) => {
      for (const name of names) await page.keyboard.press(name);
    },
    type: (text, delayMs = 0) => page.keyboard.type(text, { delay: delayMs }),
    heard: () => heard.map(({ text }) => text),
    done: async () => assert.deepEqual(noise(heard), []),
  };
}

/** More stops than any screen has. */
const mostTabs = 250;
const isFocused = (element: Element): boolean =>
  element === document.activeElement || (element.contains(document.activeElement) && document.activeElement !== null);

/** Notes each use of a mouse, and that a key was pressed: a page begins without a focus, and must not lose the one it had. */
const watch = `(() => {
  for (const kind of ['pointerdown', 'pointermove', 'wheel', 'dragstart'])
    addEventListener(kind, ({ isTrusted }) => isTrusted && noteMouse(kind + ' at ' + location.pathname), true);
  addEventListener('focusin', () => (globalThis.hadFocus = true), true);
})()`;

/** Keys alone: Tab to it, Enter. At every stop the focus must be somewhere, in sight, and marked so that it is seen. */
export async function keyboard(page: Page): Promise<Hand> {
  const mouse: string[] = [];
  await page.exposeFunction('noteMouse', (what: string) => void mouse.push(what));
  await page.addInitScript(watch);
  const heard = await listen(page);
  const notLost = async (when: string): Promise<void> => {
    const lost = () =>
      page.evaluate(() => 'hadFocus' in globalThis && document.activeElement === document.body).catch(() => true);
    // A new screen needs a moment to come; the focus is with it then.
    for (let tries = 0; await lost(); tries += 1) {
      assert.ok(tries < 40, `the focus is lost ${when}, at ${page.url()}`);
      await page.waitForTimeout(50);
    }
  };
  const held = async (when: string): Promise<void> => {
    await notLost(when);
    assert.deepEqual(await ringFaults(page), [], when);
  };
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    await notLost(`before ${target}`);
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      if (await target.evaluate(isFocused)) return;
      await page.keyboard.press('Tab');
      assert.deepEqual(await ringFaults(page), []);
    }
    throw new Error(`Tab never came to ${target}`);
  };
  return {
    page,
    reach,
    press: async (target) => {
      await reach(target);
      // A person waits as well until it may be pressed.
      await target.and(page.locator(':not([aria-disabled=true], :disabled)')).waitFor();
      const told = String(target);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(150);
      await notLost(`after ${told}`);
    },
    write: async (field, text) => {
      await reach(field);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
      await held(`after writing “${text.slice(0, 20)}”`);
    },
    choose: async (list, label) => {
      await reach(list);
      await page.keyboard.type(label);
      await page.keyboard.press('Tab');
      await held(`after choosing ${label}`);
    },
    keys: async (...names) => {
      for (const name of names) {
        await notLost(`before ${name}`);
        await page.keyboard.press(name);
        await held(`after ${name}`);
      }
    },
    type: async (text, delayMs = 0) => {
      await notLost(`before “${text}”`);
      await page.keyboard.type(text, { delay: delayMs });
      await held(`after “${text}”`);
    },
    heard: () => heard.map(({ text }) => text),
    done: async () => {
      await held('at the end');
      assert.deepEqual(mouse, []);
      assert.deepEqual(noise(heard), []);
    },
  };
}
