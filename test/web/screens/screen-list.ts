import { followingScreens } from './following-screens.ts';
import { incomingScreens } from './incoming-screens.ts';
import { outsideScreens } from './outside-screens.ts';
import { noticeScreens } from './notice-screens.ts';
import { dialogOf, failing, inEnglish, press, type ScreenShown, type Told } from './reach.ts';

export { inEnglish, type ScreenShown, type Told };

const incident = '/incidents/:incident';

const documents: ScreenShown[] = [
  { name: 'document', route: incident, address: '/incidents/INC-1', pictured: true },
  { name: 'document-empty', route: incident, address: '/incidents/INC-2' },
  { name: 'document-published', route: incident, address: '/incidents/INC-5' },
  { name: 'not-found', route: incident, address: '/incidents/INC-99999', pictured: true },
  { name: 'document-figure', route: incident, address: '/incidents/INC-1', reach: press(/^Time to mitigate/) },
  {
    name: 'document-writing',
    route: incident,
    address: '/incidents/INC-1',
    reach: async (page, told) => {
      await press(/^(?:Edit|Write) /)(page, told);
      await page.getByRole('toolbar').first().waitFor();
    },
  },
  {
    name: 'document-wrong-cell',
    route: incident,
    address: '/incidents/INC-1',
    reach: async (page, told) => {
      await page.locator('[data-path^="timeline["] [data-column="1"]').first().click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('25:99');
      await page.keyboard.press('Enter');
      await page.getByText(told('“25:99” is no time.')).waitFor();
    },
  },
  { name: 'document-row-menu', route: incident, address: '/incidents/INC-1', reach: press('More for row 1') },
  {
    name: 'document-selected',
    route: incident,
    address: '/incidents/INC-1',
    reach: (page, told) =>
      page
        .getByRole('checkbox', { name: told('Select row 1') })
        .first()
        .press(' '),
  },
  { name: 'document-paste', route: incident, address: '/incidents/INC-1', reach: dialogOf('Paste rows') },
  {
    name: 'document-export',
    route: incident,
    address: '/incidents/INC-1',
    // On narrow screens its entries stand in the menu of all other steps.
    reach: async (page, told) => {
      const menu = (name: string) => page.locator('header summary', { hasText: told(name) });
      await menu('Export').or(menu('More')).first().click();
      await page.locator('a[download$=".bundle.json"]').waitFor();
    },
  },
  {
    name: 'document-comments',
    route: incident,
    address: '/incidents/INC-1',
    pictured: true,
    reach: async (page, told) => {
      await press(/^Comment by/)(page, told);
      await page.getByText('Says which.').waitFor();
    },
  },
  {
    name: 'document-commenting',
    route: incident,
    address: '/incidents/INC-1',
    reach: async (page, told) => {
      await page.keyboard.press('Control+Alt+m');
      await page.getByRole('textbox', { name: told(/^Your comment/) }).waitFor();
    },
  },
  {
    name: 'document-measure',
    route: incident,
    address: '/incidents/INC-1',
    pictured: true,
    reach: async (page, told) => {
      await page
        .locator('header summary', { hasText: told('More') })
        .first()
        .click();
      await press('Measure')(page, told);
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    },
  },
  { name: 'document-step', route: incident, address: '/incidents/INC-1', reach: dialogOf('Request review') },
  { name: 'document-explain', route: incident, address: '/incidents/INC-1', reach: dialogOf(/^Explain/) },
  {
    name: 'document-other-template',
    route: incident,
    address: '/incidents/INC-1',
    reach: (page, told) => page.getByLabel(told('Template')).selectOption('invariants'),
  },
  { name: 'review', route: `${incident}/review`, address: '/incidents/INC-1/review', pictured: true },
  { name: 'review-published', route: `${incident}/review`, address: '/incidents/INC-5/review' },
  { name: 'clocks', route: `${incident}/clocks`, address: '/incidents/INC-4/clocks', pictured: true },
  { name: 'clocks-none', route: `${incident}/clocks`, address: '/incidents/INC-2/clocks' },
  {
    name: 'clocks-settle',
    route: `${incident}/clocks`,
    address: '/incidents/INC-4/clocks',
    reach: dialogOf(/^Done…/),
  },
  { name: 'history', route: `${incident}/history`, address: '/incidents/INC-1/history', pictured: true },
  { name: 'history-versions', route: `${incident}/history`, address: '/incidents/INC-5/history' },
  { name: 'evidence', route: `${incident}/evidence`, address: '/incidents/INC-1/evidence', pictured: true },
  { name: 'evidence-none', route: `${incident}/evidence`, address: '/incidents/INC-2/evidence' },
  {
    name: 'evidence-preview',
    route: `${incident}/evidence`,
    address: '/incidents/INC-1/evidence',
    reach: press(/^Preview of/),
  },
  {
    name: 'evidence-detach',
    route: `${incident}/evidence`,
    address: '/incidents/INC-1/evidence',
    reach: dialogOf(/^Detach of/),
  },
];

const lists: ScreenShown[] = [
  { name: 'home', route: '/', address: '/', pictured: true },
  { name: 'incidents', route: '/incidents', address: '/incidents', pictured: true },
  { name: 'incidents-none', route: '/incidents', address: '/incidents?title=nothing-has-this' },
  {
    name: 'incidents-failed',
    route: '/incidents',
    address: '/incidents?title=login',
    before: failing('**/api/v1/incidents?*'),
  },
  { name: 'actions', route: '/actions', address: '/actions', pictured: true },
  { name: 'actions-board', route: '/actions', address: '/actions?view=board', pictured: true },
  {
    name: 'action',
    route: '/actions',
    address: '/actions?state=all',
    pictured: true,
    reach: async (page, told) => {
      await page.locator('table tbody tr').first().getByRole('button').first().click();
      await page.getByRole('dialog').getByText(told('What happened')).waitFor();
    },
  },
  { name: 'actions-none', route: '/actions', address: '/actions?words=nothing-has-this' },
  { name: 'actions-failed', route: '/actions', address: '/actions', before: failing('**/api/v1/actions*') },
  {
    name: 'actions-selected',
    route: '/actions',
    address: '/actions',
    reach: (page, told) =>
      page
        .getByRole('checkbox', { name: told(/^Select: /) })
        .first()
        .check(),
  },
  { name: 'search', route: '/search', address: '/search?words=checkout', pictured: true },
  { name: 'search-slip', route: '/search', address: '/search?words=chekout' },
  { name: 'insights', route: '/insights', address: '/insights', pictured: true },
  { name: 'insights-none', route: '/insights', address: '/insights?from=2040-01-01' },
  { name: 'recurring', route: '/recurring', address: '/recurring?kind=service', pictured: true },
  { name: 'recurring-none', route: '/recurring', address: '/recurring?since=2001-01-01&until=2001-01-02' },
  { name: 'search-none', route: '/search', address: '/search?words=nothinghasthis' },
  { name: 'templates', route: '/templates', address: '/templates', pictured: true },
  { name: 'template-new', route: '/templates', address: '/templates?new=blank' },
  { name: 'template-learn', route: '/templates', address: '/templates?new=learn' },
  { name: 'template', route: '/templates/:name', address: '/templates/enterprise', pictured: true },
  { name: 'template-own', route: '/templates/:name', address: '/templates/plain' },
  { name: 'audit', route: '/audit', address: '/audit', pictured: true },
  { name: 'audit-none', route: '/audit', address: '/audit?since=2040-01-01' },
  {
    name: 'audit-entry',
    route: '/audit',
    address: '/audit',
    reach: async (page, told) => {
      await press(/created the incident/)(page, told);
      await press(/^Prove it/)(page, told);
    },
  },
];

const makingAndSettings: ScreenShown[] = [
  { name: 'new', route: '/new', address: '/new', pictured: true },
  {
    name: 'new-understood',
    route: '/new',
    address: '/new',
    reach: async (page, told) => {
      await page
        .getByLabel(told('Paste it here'))
        .fill('# Checkout slow\n\n**Duration:** 45 minutes\n\n- 10:00 UTC alert\n- 10:50 UTC resolved\n');
      await page
        .getByText(told(/recognised|no template/))
        .first()
        .waitFor();
    },
  },
  { name: 'import', route: '/import', address: '/import', pictured: true },
  {
    name: 'import-read',
    route: '/import',
    address: '/import',
    reach: async (page, told) => {
      const buffer = Buffer.from('# Checkout slow\n\n## Summary\n\nIt was slow.\n');
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'one.md', mimeType: 'text/markdown', buffer });
      await page.getByText(told('1 file read.')).waitFor();
    },
  },
  { name: 'settings', route: '/settings', address: '/settings', pictured: true },
  { name: 'people', route: '/settings/:part', address: '/settings/people', pictured: true },
  { name: 'people-invite', route: '/settings/:part', address: '/settings/people', reach: dialogOf('Invite somebody') },
  { name: 'tokens', route: '/settings/:part', address: '/settings/tokens' },
  { name: 'tokens-new', route: '/settings/:part', address: '/settings/tokens', reach: dialogOf('New token') },
  { name: 'sessions', route: '/settings/:part', address: '/settings/sessions' },
  { name: 'passkeys', route: '/settings/:part', address: '/settings/passkeys' },
  { name: 'services', route: '/settings/:part', address: '/settings/services' },
  {
    name: 'services-new',
    route: '/settings/:part',
    address: '/settings/services',
    reach: async (page, told) => {
      await press('New service')(page, told);
      await page.locator('.cm-content').waitFor();
    },
  },
  {
    name: 'services-tried',
    route: '/settings/:part',
    address: '/settings/services',
    pictured: true,
    reach: async (page, told) => {
      await press(/^Change the service/)(page, told);
      await page.locator('.cm-content').waitFor();
      await press('Test')(page, told);
      await page.getByRole('heading', { name: told('What each query gives now') }).waitFor();
    },
  },
  { name: 'clocks-settings', route: '/settings/:part', address: '/settings/clocks', pictured: true },
  { name: 'server', route: '/settings/:part', address: '/settings/server' },
  { name: 'palette', route: '/', address: '/', reach: (page) => page.keyboard.press('Control+k') },
  { name: 'shortcuts', route: '/', address: '/', reach: (page) => page.keyboard.press('?') },
  { name: 'offline', route: '/', address: '/', reach: (page) => page.context().setOffline(true) },
];

/** Pages that need no script. */
const pages: ScreenShown[] = [
  { name: 'welcome', route: '/', address: '/', open: true },
  { name: 'sign-in', route: '/sign-in', address: '/sign-in', open: true },
  { name: 'sign-in-link', route: '/sign-in/link', address: '/sign-in/link?secret=one-that-is-not', open: true },
  { name: 'account', route: '/account', address: '/account' },
  { name: 'reading-list', route: '/read', address: '/read' },
  { name: 'reading', route: '/read/:incident', address: '/read/INC-1', pictured: true },
  { name: 'public', route: '/public/:slug', address: '/public/plain', open: true },
  { name: 'public-none', route: '/public/:slug', address: '/public/none-has-this', open: true },
  { name: 'errors', route: '/docs/errors', address: '/docs/errors', open: true },
  { name: 'reference', route: '/api/v1', address: '/api/v1', open: true },
  { name: 'no-page', route: '*', address: '/no/such/page' },
];

/** Every screen and page, and the states of them that look otherwise. A new screen is a line here; a test misses it else. */
export const screenList: ScreenShown[] = [
  ...lists,
  ...documents,
  ...followingScreens,
  ...incomingScreens,
  ...outsideScreens,
  ...noticeScreens,
  ...makingAndSettings,
  ...pages,
];
