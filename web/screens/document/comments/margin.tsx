import type { ReactNode } from 'react';
import style from '../document.module.css';
import { useComments } from './comments.ts';
import { MarginTabs } from './margin-tabs.tsx';
import { Sheet } from './sheet.tsx';
import { useWide } from './use-wide.ts';

/** The margin: beside the document where there is room, below it where there is none; comments are a sheet there. */
export function Margin({ children }: { children: ReactNode }) {
  const { isOpen } = useComments();
  const wide = useWide();
  if (!wide)
    return (
      <>
        <div className={style.margin}>{children}</div>
        <Sheet />
      </>
    );
  return (
    <div className={isOpen ? style.talk : style.margin}>
      <MarginTabs>{children}</MarginTabs>
    </div>
  );
}
