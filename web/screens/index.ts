import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** A screen and the address that shows it; its code is loaded when it is wanted first. */
export type ScreenRoute = { path: string; Screen: LazyExoticComponent<ComponentType> };

const screen = (path: string, load: () => Promise<{ Screen: ComponentType }>): ScreenRoute => ({
  path,
  Screen: lazy(async () => ({ default: (await load()).Screen })),
});

/** Every screen of the app. A new one is a folder and a line here. */
export const screens: ScreenRoute[] = [
  screen('/', () => import('./home/index.tsx')),
  screen('/incidents', () => import('./incidents/index.tsx')),
  screen('/new', () => import('./new/index.tsx')),
  screen('/import', () => import('./import/index.tsx')),
  screen('/incidents/:incident', () => import('./document/index.tsx')),
  screen('/incidents/:incident/review', () => import('./review/index.tsx')),
  screen('/incidents/:incident/tell', () => import('./tell/index.tsx')),
  screen('/incidents/:incident/clocks', () => import('./clocks/index.tsx')),
  screen('/incidents/:incident/evidence', () => import('./evidence/index.tsx')),
  screen('/incidents/:incident/history', () => import('./history/index.tsx')),
  screen('/audit', () => import('./audit/index.tsx')),
  screen('/incidents/:incident/meeting', () => import('./meeting/index.tsx')),
  screen('/incidents/:incident/follow-up', () => import('./follow-up/index.tsx')),
  screen('/incidents/:incident/follow-up/:rung', () => import('./follow-up/index.tsx')),
  screen('/reviews', () => import('./reviews/index.tsx')),
  screen('/actions', () => import('./actions/index.tsx')),
  screen('/signals', () => import('./signals/index.tsx')),
  screen('/search', () => import('./search/index.tsx')),
  screen('/insights', () => import('./insights/index.tsx')),
  screen('/recurring', () => import('./recurring/index.tsx')),
  screen('/templates', () => import('./templates/index.tsx')),
  screen('/templates/:name', () => import('./templates/index.tsx')),
  screen('/settings', () => import('./settings/index.tsx')),
  screen('/settings/:part', () => import('./settings/index.tsx')),
];
