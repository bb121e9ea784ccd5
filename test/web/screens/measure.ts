import type { Page } from 'playwright-core';

// What a machine can measure of a page that axe does not: each gives what is wrong, in words.

/** In the page: what is seen, and how it is named in a report. */
const inPage = `
const isSeen = (element) => {
  const { width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 2 && height > 2 &&
    style.clipPath === 'none' && style.clip === 'auto';
};
const seenWhole = new Map([[null, true]]);
const isSeenWhole = (element) => {
  if (!seenWhole.has(element))
    seenWhole.set(element, isSeenWhole(element.parentElement) && (isSeen(element) || getComputedStyle(element).display === 'contents'));
  return seenWhole.get(element);
};
const named = (element) => element.outerHTML.slice(0, 110).replace(/\\s+/g, ' ') + ' “' + element.textContent.trim().slice(0, 30) + '”';
const ancestors = function* (element) { for (let at = element; at !== null; at = at.parentElement) yield at; };
const targets = 'a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=option],[role^=menuitem],[tabindex="0"]';
`;
const measured = (page: Page, body: string): Promise<string[]> =>
  page.evaluate<string[]>(`(() => { ${inPage} ${body} })()`);

/** Targets that are less than 24 px wide or high; a link within a sentence is as high as its line (WCAG 2.5.8). */
export const smallTargets = (page: Page): Promise<string[]> =>
  measured(
    page,
    `const inText = (element) => getComputedStyle(element).display === 'inline' &&
      element.parentElement.textContent.trim().length > element.textContent.trim().length;
    // A link whose ::after lies over its row is as large as the row.
    const stretched = (element) => getComputedStyle(element, '::after').position === 'absolute' ? element.offsetParent : null;
    const boxOf = (element) => {
      const boxes = [element, stretched(element) ?? element, ...(element.labels ?? [])].map((each) => each.getBoundingClientRect());
      return { width: Math.max(...boxes.map(({ width }) => width)), height: Math.max(...boxes.map(({ height }) => height)) };
    };
    return [...document.querySelectorAll(targets)]
      .filter((element) => isSeenWhole(element) && !element.disabled && !inText(element))
      .filter((element) => { const { width, height } = boxOf(element); return width < 23.9 || height < 23.9; })
      .map((element) => { const { width, height } = boxOf(element); return Math.round(width) + ' x ' + Math.round(height) + ' px: ' + named(element); });`,
  );

/** Whether the page scrolls sideways, and texts that are cut off in a box that does not scroll. */
export const cutOff = (page: Page): Promise<string[]> =>
  measured(
    page,
    `const wide = document.documentElement.scrollWidth - innerWidth;
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    const cut = [...document.body.querySelectorAll('*')].filter((element) => {
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
      const hides = (value) => value === 'hidden' || value === 'clip';
      if (!hasText(element) || !isSeenWhole(element) || webkitLineClamp !== 'none') return false;
      return (hides(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 3);
    });
    return [...(wide > 0 ? ['scrolls sideways by ' + wide + ' px'] : []), ...cut.map((element) => 'cut off: ' + named(element))];`,
  );

/** Texts that something else lies over, with the whole page in view. */
export async function covered(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  const height = await page.evaluate<number>(
    'Math.min(12000, Math.max(innerHeight, document.documentElement.scrollHeight))',
  );
  await page.setViewportSize({ ...before, height });
  await page.evaluate('scrollTo(0, 0)');
  // Rows far away are laid out when they come near.
  await page.waitForTimeout(250);
  const found = await measured(
    page,
    `const texts = document.createTreeWalker(document.querySelector('dialog[open]') ?? document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const element = text.parentElement;
      if (text.data.trim() === '' || element.closest('svg, option, .cm-editor') || !isSeenWhole(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getClientRects()[0];
      if (box === undefined || box.width < 2) continue;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const scrolled = (at) => at !== null && at !== document.body && (/auto|scroll/.test(getComputedStyle(at).overflow) || scrolled(at.parentElement));
      const top = document.elementFromPoint(x, y);
      if (top === null || top.contains(element) || element.contains(top) || scrolled(element)) continue;
      // What is opened over the page, what is not painted, and a link that lies over its whole row.
      if (top.closest('label, svg, dialog, [popover], [role=menu], [role=toolbar], details[open] > :not(summary)')) continue;
      if (!top.checkVisibility({ opacityProperty: true }) || [...ancestors(top)].some((each) => getComputedStyle(each).opacity === '0')) continue;
      // Bars that stay in place: what is under them comes out when the page is scrolled.
      if ([...ancestors(top)].some((each) => /fixed|sticky/.test(getComputedStyle(each).position))) continue;
      const link = top.closest('a');
      if (link !== null && getComputedStyle(link, '::after').position === 'absolute') continue;
      if (getComputedStyle(element).pointerEvents === 'none') continue;
      found.push('covered: ' + named(element) + ' by ' + named(top));
    }
    return found;`,
  );
  await page.setViewportSize(before);
  return found;
}
