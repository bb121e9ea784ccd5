import type { Page } from 'playwright-core';

/** What went wrong in a page with hostile content in it. */
export type Watch = { faults: string[] };

/** Puts a trap into every page of a tab: what the content calls, dialogs, what the policy stopped, and who is asked. */
export async function watch(page: Page, origin: string): Promise<Watch> {
  const faults: string[] = [];
  await page.exposeFunction('hurtOutside', (what: string) => void faults.push(what));
  await page.addInitScript(`
    globalThis.hurt = (number) => hurtOutside('ran ' + number + ' at ' + location.href);
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      hurtOutside('policy stopped ' + violatedDirective + ' ' + blockedURI + ' ' + sample + ' at ' + location.href));
  `);
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => faults.push(`error: ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!/^(?:data|blob|about):/.test(request.url()) && !request.url().startsWith(origin))
      faults.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => {
    const policy = response.headers()['content-security-policy'] ?? '';
    const isPage = /html/.test(response.headers()['content-type'] ?? '');
    // Pages for strangers carry their styles in themselves and have no scripts at all.
    const own = /\/public\//.test(response.url()) ? /script-src/ : /unsafe-inline/;
    if (isPage && (policy === '' || own.test(policy) || /unsafe-eval|\*/.test(policy)))
      faults.push(`policy of ${response.url()}: ${policy}`);
  });
  return { faults };
}

/** Touches everything as a person might, and gives links that lead where no link may. */
export const provoke = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {
    const wrong = [];
    for (const element of document.querySelectorAll('body *'))
      for (const type of ['mouseover', 'pointerenter', 'focus', 'toggle', 'error', 'load', 'animationstart'])
        element.dispatchEvent(new Event(type));
    for (const element of document.querySelectorAll('a[href], area[href], form[action], iframe, object, embed, base, [formaction], script:not([src]), style')) {
      const address = element.href ?? element.action ?? element.formAction;
      const allowed = element.localName === 'a' || element.localName === 'form';
      if (!allowed || (address !== undefined && !/^(?:https?|mailto|blob):/.test(String(address))))
        if (!(element.localName === 'script' && element.type === 'application/json') && !(element.localName === 'style' && /^\\/(?:public|read)\\//.test(location.pathname)))
          wrong.push(element.outerHTML.slice(0, 200));
    }
    for (const picture of document.images) if (!/^(?:https?:\\/\\/localhost|data:image\\/(?:png|jpeg|gif|webp)|blob:)/.test(picture.src)) wrong.push(picture.outerHTML.slice(0, 200));
    for (const element of document.querySelectorAll('*'))
      for (const { name } of element.attributes) if (/^on/.test(name)) wrong.push(element.outerHTML.slice(0, 200));
    if ({}.polluted !== undefined) wrong.push('the prototype is polluted');
    await new Promise((resolve) => setTimeout(resolve, 50));
    return wrong;
  })()`);
