import { ranks } from '../../../src/operations/access/ranks.ts';
import { start } from '../../api/start.ts';
import { words } from '../../words/index.ts';

/** Roles that the reader can give: only owners make owners. */
export const roleOptions = (): { value: string; label: string }[] =>
  ranks
    .filter((role) => role !== 'owner' || start.me.role === 'owner')
    .map((value) => ({ value, label: words.settings.roles[value] }));
