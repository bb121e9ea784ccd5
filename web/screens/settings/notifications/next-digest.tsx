import { Link } from 'wouter';
import type { ShownPreference } from '../../../../src/operations/preference/show.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { words } from '../../../words/outside.ts';
import settings from '../settings.module.css';
import style from './notifications.module.css';

/** The next digest as it is so far. */
export function NextDigest({ digest }: Pick<ShownPreference, 'digest'>) {
  const { notices } = words;
  const { at, items, more } = digest;
  return (
    <Panel title={notices.nextDigest}>
      <p className={settings.quiet}>
        {notices.comesAt} <Moment at={at} />
      </p>
      {items.length === 0 ? (
        <Empty title={notices.nothingHeld}>
          <p>{notices.nothingHeldAdvice}</p>
        </Empty>
      ) : (
        <ul className={style.items}>
          {items.map(({ subject, path, about }, index) => (
            <li key={index}>
              <Link href={path}>{subject}</Link>
              {about === '' ? null : <span className={settings.quiet}>{about}</span>}
            </li>
          ))}
          {more === 0 ? null : <li className={settings.quiet}>{notices.moreHeld(more)}</li>}
        </ul>
      )}
    </Panel>
  );
}
