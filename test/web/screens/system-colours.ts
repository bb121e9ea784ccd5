import type { Page } from 'playwright-core';

/** In the page: fields without an edge, and drawings in colours that are not the reader's own. */
const unseen = `(() => {
  const isShown = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 2;
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.forcedColorAdjust = 'none';
  const names = ['Canvas', 'CanvasText', 'GrayText', 'LinkText', 'Highlight', 'ButtonText', 'ButtonFace', 'ButtonBorder'];
  const system = new Set(names.map((name) => ((probe.style.color = name), getComputedStyle(probe).color)));
  probe.remove();
  const isForeign = (colour) => colour !== 'none' && !/, 0\\)$/.test(colour) && !system.has(colour);
  const fields = [...document.querySelectorAll('input:not([type=hidden]):not([type=file]),select,textarea')]
    .filter(isShown)
    .filter((element) => { const { borderStyle, borderTopWidth, appearance, outlineStyle } = getComputedStyle(element);
      return appearance !== 'auto' && outlineStyle === 'none' && (borderStyle === 'none' || parseFloat(borderTopWidth) === 0); });
  const drawn = [...document.querySelectorAll('rect,circle,path,svg text')]
    .filter((element) => isShown(element) && [getComputedStyle(element).fill, getComputedStyle(element).stroke].some(isForeign));
  const lines = [...document.querySelectorAll('svg line')].filter((element) => isForeign(getComputedStyle(element).stroke));
  return [...fields.map((element) => 'no edge: ' + element.outerHTML.slice(0, 120)),
    ...[...drawn, ...lines].map((element) => 'a colour of its own: ' + element.outerHTML.slice(0, 120))];
})()`;

/** What a page whose colours are the system's has in others, or cannot show in them. */
export const foreignColours = (page: Page): Promise<string[]> => page.evaluate<string[]>(unseen);

/** What moves although the reader asked for rest. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('*')].filter((element) => { const { transitionDuration, animationName } = getComputedStyle(element);
      return /[1-9]/.test(transitionDuration) || animationName !== 'none'; }).map((element) => element.outerHTML.slice(0, 120))`,
  );
