import type { Page } from 'playwright-core';

/** One thing that a live region tells a screen reader to say. */
type Speech = { page: number; atMs: number; region: string; text: string };

/** A changed region says what came in, or all of itself where it is read as one; what is taken away says nothing. */
const observe = `(() => {
  const regions = '[role=status],[role=alert],[role=log],output,[aria-live]:not([aria-live=off])';
  const names = new WeakMap();
  let named = 0;
  const nameOf = (region) => {
    if (!names.has(region)) names.set(region, (region.getAttribute('role') ?? 'live') + ' ' + (named += 1));
    return names.get(region);
  };
  const textOf = (node) => node.textContent.replace(/\\s+/g, ' ').trim();
  const elementOf = (node) => (node.nodeType === 1 ? node : node.parentElement);
  const isTold = (element) => element.closest('[aria-hidden=true],[inert],[hidden]') === null && element.checkVisibility();
  const tell = (region, text) => {
    if (text !== '') heardSpeech({ page: performance.timeOrigin, atMs: performance.now(), region: nameOf(region), text });
  };
  new MutationObserver((changes) => {
    const told = new Map();
    for (const { target, type, addedNodes } of changes)
      for (const node of type === 'characterData' ? [target] : addedNodes) {
        if (!node.isConnected) continue;
        const at = elementOf(node);
        const region = at?.closest(regions);
        if (region && isTold(at)) {
          // An alert is read when it comes; of any other, what comes into it.
          const comes = region.contains(target) || region.getAttribute('role') === 'alert';
          const whole = (region.getAttribute('aria-atomic') ?? String(/^(?:status|alert)$/.test(region.getAttribute('role') ?? '') || region.localName === 'output')) === 'true';
          if (comes) told.set(region, whole ? textOf(region) : ((told.get(region) ?? '') + ' ' + textOf(node)).trim());
        } else if (node.nodeType === 1 && !region)
          for (const alert of node.querySelectorAll('[role=alert]')) if (isTold(alert)) told.set(alert, textOf(alert));
      }
    for (const [region, text] of told) tell(region, text);
  }).observe(document, { subtree: true, childList: true, characterData: true });
})()`;

/** Everything that is said from now on, on this page and on those after it. */
export async function listen(page: Page): Promise<Speech[]> {
  const heard: Speech[] = [];
  await page.exposeFunction('heardSpeech', (speech: Speech) => void heard.push(speech));
  await page.addInitScript(observe);
  return heard;
}

/** More in a second from one region are not listened to. */
const mostInASecond = 3;
/** The same after this long may be news again. */
const againMs = 3000;

/** What a listener would call noise: a region that goes on and on, or says again what it has just said. */
export function noise(heard: readonly Speech[]): string[] {
  return heard.flatMap((speech, index) => {
    const before = heard
      .slice(0, index)
      .filter(
        ({ page, region, atMs }) => page === speech.page && region === speech.region && speech.atMs - atMs < againMs,
      );
    const inASecond = before.filter(({ atMs }) => speech.atMs - atMs < 1000).length + 1;
    const again = before.some(({ text }) => speech.text === text || speech.text.startsWith(`${text} `));
    return [
      ...(inASecond > mostInASecond ? [`${inASecond} times in a second: ${speech.text}`] : []),
      ...(again ? [`said again by ${speech.region}: ${speech.text}`] : []),
    ];
  });
}
