import { showHome } from '../../operations/home/show.ts';
import { listIncidents } from '../../operations/incident/list.ts';
import { showIncident, type Shown } from '../../operations/incident/show.ts';
import { documentOperations } from '../../operations/document-operations.ts';
import type { Layout } from '../../templates/layout/layout.ts';
import type { Markup } from '../page/page.ts';
import { firstDocument } from './first-document.ts';
import type { AnyStored } from '../../operations/stored-operation.ts';

/** What a screen asks first, so that the page brings the answer along. */
type FirstQuestion = {
  operation: AnyStored;
  input: Record<string, unknown>;
  /** What is asked when the answer is known. */
  further?: (answer: unknown) => FirstQuestion[];
};

/** An address of the app: its path as hono writes it, its file, and what it asks first. */
export type AppScreen = {
  path: string;
  file: string;
  asks?: (named: Record<string, string>) => FirstQuestion[];
  /** What of the answers is shown before the app is there. */
  first?: (answerTo: (operation: string) => unknown) => Markup | undefined;
  /** The same to be read without scripts. */
  read?: (named: Record<string, string>) => string;
};

const layOut = documentOperations.find(({ name }) => name === 'template.layout') as AnyStored;

const askIncident = ({ incident }: Record<string, string>): FirstQuestion[] => [
  { operation: showIncident, input: { incident } },
];
const readIncident = ({ incident }: Record<string, string>): string => `/read/${incident}`;

/** The addresses at which the server gives the app; `web/screens/index.ts` says what is shown there. */
export const appScreens: AppScreen[] = [
  { path: '/', file: 'home', asks: () => [{ operation: showHome, input: {} }], read: () => '/read' },
  {
    path: '/incidents',
    file: 'incidents',
    asks: () => [{ operation: listIncidents, input: {} }],
    read: () => '/read',
  },
  {
    path: '/incidents/:incident',
    file: 'document',
    asks: ({ incident }) => [
      {
        operation: showIncident,
        input: { incident },
        further: (shown) => [{ operation: layOut, input: { name: (shown as Shown).template } }],
      },
    ],
    first: (answerTo) => {
      const shown = answerTo(showIncident.name) as Shown | undefined;
      return shown && firstDocument(shown, answerTo(layOut.name) as Layout | undefined);
    },
    read: ({ incident }) => `/read/${incident}`,
  },
  { path: '/incidents/:incident/review', file: 'review', asks: askIncident, read: readIncident },
  { path: '/incidents/:incident/tell', file: 'tell', asks: askIncident, read: readIncident },
  { path: '/incidents/:incident/clocks', file: 'clocks', asks: askIncident, read: readIncident },
  { path: '/incidents/:incident/evidence', file: 'evidence', asks: askIncident, read: readIncident },
  { path: '/incidents/:incident/history', file: 'history', asks: askIncident, read: readIncident },
  { path: '/incidents/:incident/meeting', file: 'meeting', asks: askIncident, read: readIncident },
  { path: '/incidents/:incident/follow-up', file: 'follow-up', asks: askIncident, read: readIncident },
  { path: '/incidents/:incident/follow-up/:rung', file: 'follow-up', asks: askIncident, read: readIncident },
  { path: '/reviews', file: 'reviews' },
  { path: '/new', file: 'new' },
  { path: '/import', file: 'import' },
  { path: '/actions', file: 'actions' },
  { path: '/signals', file: 'signals' },
  { path: '/search', file: 'search' },
  { path: '/insights', file: 'insights' },
  { path: '/recurring', file: 'recurring' },
  { path: '/templates', file: 'templates' },
  { path: '/templates/:name', file: 'templates' },
  { path: '/audit', file: 'audit' },
  { path: '/settings', file: 'settings' },
  { path: '/settings/:part', file: 'settings' },
];
