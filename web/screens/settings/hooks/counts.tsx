import type { Hook } from '../../../../src/operations/hook/load.ts';
import { words } from '../../../words/incoming.ts';
import settings from '../settings.module.css';
import style from './hooks.module.css';

/** What came to a hook, in words; what went wrong stands out. */
export function Counts({ counts }: Pick<Hook, 'counts'>) {
  const { hooks } = words;
  const { read, unread, refused, repeated, waiting } = counts;
  return (
    <span className={style.counts}>
      <span>{hooks.read(read)}</span>
      {unread === 0 ? null : <span className={settings.bad}>{hooks.unread(unread)}</span>}
      {refused === 0 ? null : <span className={settings.bad}>{hooks.refused(refused)}</span>}
      {repeated === 0 ? null : <span className={settings.quiet}>{hooks.repeated(repeated)}</span>}
      {waiting === 0 ? null : <span className={settings.quiet}>{hooks.waitingCount(waiting)}</span>}
    </span>
  );
}
