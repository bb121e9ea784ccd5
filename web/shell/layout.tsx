import type { ReactNode } from 'react';
import { words } from '../words/index.ts';
import { OfflineNote } from './offline-note.tsx';
import { Navigation } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { useRescuedFocus } from './rescue-focus.ts';
import { Shortcuts } from './shortcuts-dialog.tsx';
import { Notices } from '../parts/notices.tsx';
import style from './layout.module.css';

/** Navigation at the side (at the foot on narrow screens), the screen beside it, and what can be called from everywhere. */
export function Layout({ children }: { children: ReactNode }) {
  useRescuedFocus();
  return (
    <div className={style.layout}>
      <a className={style.skip} href="#content">
        {words.shell.skip}
      </a>
      <Navigation />
      <main id="content" className={style.main} tabIndex={-1}>
        <OfflineNote />
        {children}
      </main>
      <Notices />
      <Palette />
      <Shortcuts />
    </div>
  );
}
