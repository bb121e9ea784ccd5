import type { Page } from 'playwright-core';

/** In the page: what is wrong with the mark of the focus, in words. */
export const ringLook = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body || at === document.documentElement) return [];
  // A heading or a screen that took the focus is a place to go on from, no stop: nothing can be done with it.
  if (at.getAttribute('tabindex') === '-1' && at.getAttribute('role') === null && !at.matches('a, button, input, select, textarea')) return [];
  const name = at.outerHTML.slice(0, 120).replace(/\\s+/g, ' ');
  // Colours of the system are others in light and in dark: what they were is not kept.
  const canvas = (globalThis.ringCanvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }));
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0);
  const ratio = (one, two) => {
    const [high, low] = [light(one), light(two)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    for (let each = element; each !== null; each = each.parentElement) {
      const colour = rgba(getComputedStyle(each).backgroundColor);
      if (colour[3] > 0.5) return colour;
    }
    return rgba('Canvas');
  };
  const faults = [];
  // The ring may be drawn by what holds the focused thing: a cell, a field, an editor.
  const rings = [];
  for (let each = at, up = 0; each !== null && up < 6; each = each.parentElement, up += 1) {
    for (const part of [undefined, '::after']) {
      const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(each, part);
      if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) continue;
      const inner = parseFloat(outlineOffset) < 0;
      rings.push(ratio(rgba(outlineColor), ground(inner ? each : each.parentElement)));
    }
    // A text that is written in its place has a bar along it, and no frame.
    const bar = getComputedStyle(each, '::before');
    if (at.isContentEditable && bar.content !== 'none' && parseFloat(bar.width) >= 2 && rgba(bar.backgroundColor)[3] > 0.5)
      rings.push(ratio(rgba(bar.backgroundColor), ground(each)));
  }
  if (rings.length === 0) faults.push('no ring: ' + name);
  else if (Math.max(...rings) < 3) faults.push('a ring of ' + Math.max(...rings).toFixed(1) + ' to 1: ' + name);
  const box = at.getBoundingClientRect();
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
  const seen = right > left && bottom > top && points.some(([x, y]) => {
    const on = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
    return on !== null && (at.contains(on) || on.contains(at) || (at.labels && [...at.labels].some((label) => label.contains(on))));
  });
  if (!seen) faults.push('not in sight: ' + name + ' ' + JSON.stringify(box));
  return faults;
})()`;

/** What is wrong with the mark of the focus: none, too faint (WCAG 1.4.11 wants 3 to 1), or out of sight (2.4.11). */
export async function ringFaults(page: Page): Promise<string[]> {
  const found = await page.evaluate<string[]>(ringLook);
  if (found.length === 0) return found;
  // What scrolls into view or fades in gets a moment.
  await page.waitForTimeout(200);
  return page.evaluate<string[]>(ringLook);
}
