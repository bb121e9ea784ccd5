import type { Page } from 'playwright-core';

/** A screen, or a state of one, as pictures are made of it and rules are checked on it. */
export type ScreenShown = {
  name: string;
  /** The route of the server that gives it. */
  route: string;
  /** In what `furnish` made. */
  address: string;
  /** It is seen without signing in. */
  open?: true;
  /** `npm run screens` makes pictures of it. */
  pictured?: true;
  /** What is to fail or be there before it is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** Brings the screen into the state; `told` gives the app's own words in the language that is spoken. */
  reach?: (page: Page, told: Told) => Promise<unknown>;
};

/** Words of the app in another language; English ones stay as they are. */
export type Told = <Words extends string | RegExp>(words: Words) => Words;
export const inEnglish: Told = (words) => words;

/** Presses a button, or follows a link. */
export const press =
  (name: string | RegExp, role: 'button' | 'link' = 'button') =>
  (page: Page, told: Told) =>
    page
      .getByRole(role, { name: told(name) })
      .first()
      .click();
/** Presses a button that opens a dialog. */
export const dialogOf = (name: string | RegExp) => async (page: Page, told: Told) => {
  await press(name)(page, told);
  await page.getByRole('dialog').waitFor();
};
/** Answers requests to a path with a fault of the server. */
export const failing = (path: string) => (page: Page) =>
  page.route(path, (route) => route.fulfill({ status: 500, json: { title: 'It broke', code: 'internal' } }));
