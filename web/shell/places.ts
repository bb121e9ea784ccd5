import type { Permission } from '../../src/operations/access/permissions.ts';
import { start } from '../api/start.ts';
import { words } from '../words/index.ts';

/** A place that the navigation leads to; `keys` are typed one after the other. `may`: for those only who have the permission. */
export type Place = { path: string; label: string; keys: string; minor?: true; may?: Permission };

const all: Place[] = [
  { path: '/', label: words.shell.home, keys: 'g h' },
  { path: '/incidents', label: words.shell.incidents, keys: 'g i' },
  { path: '/actions', label: words.shell.actions, keys: 'g a' },
  { path: '/reviews', label: words.shell.reviews, keys: 'g r', minor: true },
  { path: '/insights', label: words.shell.insights, keys: 'g e', minor: true },
  { path: '/search', label: words.shell.search, keys: 'g s' },
  { path: '/signals', label: words.shell.signals, keys: 'g n', minor: true, may: 'signal.see' },
  { path: '/templates', label: words.shell.templates, keys: 'g t', minor: true },
  { path: '/audit', label: words.shell.audit, keys: 'g l', minor: true },
  { path: '/settings', label: words.shell.settings, keys: 'g ,', minor: true },
];

/** What the navigation shows, in its order. */
export const places = all.filter(({ may }) => may === undefined || start.me.may.includes(may));
