import { type ReactNode, useEffect, useRef } from 'react';
import { words } from '../words/index.ts';
import { Button } from './button.tsx';
import style from './dialog.module.css';

type Props = {
  label: string;
  title?: string;
  /** Stays where it begins while what it shows grows and shrinks. */
  high?: boolean;
  /** For what is read in it, such as a comparison. */
  wide?: boolean;
  close: () => void;
  foot?: ReactNode;
  children: ReactNode;
};

/** A modal dialog: the browser's own, which keeps the focus, ends by Escape and gives the focus back. */
export function Dialog({ label, title, high = false, wide = false, close, foot, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={[style.dialog, high && style.high, wide && style.wide].filter(Boolean).join(' ')}
      aria-label={label}
      onCancel={close}
      onClose={close}
    >
      {title === undefined ? null : (
        <div className={style.head}>
          <h2>{title}</h2>
          <Button look="quiet" onClick={close}>
            {words.common.close}
          </Button>
        </div>
      )}
      {children}
      {foot === undefined ? null : <div className={style.foot}>{foot}</div>}
    </dialog>
  );
}
