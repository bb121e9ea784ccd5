import { points } from './lighthouse.ts';
import type { Row } from './row.ts';
import { withDocument } from './web-document.ts';
import { lists } from './web-lists.ts';

/** Claims about the pages that people see most, and about lists as long as those of years. */
export const pages = (): Promise<Row[]> =>
  withDocument(async ({ url, dataFolder, folder, chromium, page, address, state }) => {
    const cookie = state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    await page.goto('about:blank');
    const seen = [
      { name: 'home', url },
      { name: 'incidents', url: `${url}/incidents` },
      { name: 'a document', url: address },
      { name: 'a reading page', url: address.replace('/incidents/', '/read/') },
    ];
    const rows = await points(seen, { chromium, cookie, folder });
    return [...rows, ...(await lists(page, url, dataFolder))];
  });
