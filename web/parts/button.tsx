import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import style from './button.module.css';

type Look = 'main' | 'plain' | 'quiet' | 'danger';
type Props = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; busy?: boolean };

/** A button. `main` is the one thing to do on a screen; `quiet` stands within text and tables. While busy it does nothing twice. */
export const Button = ({ look = 'plain', busy = false, className, onClick, ...rest }: Props) => (
  <button
    type="button"
    className={`${style.button} ${style[look]} ${className ?? ''}`}
    aria-busy={busy || undefined}
    aria-disabled={busy || undefined}
    onClick={busy ? (event) => event.preventDefault() : onClick}
    {...rest}
  />
);

/** A link that looks like a button: it leads somewhere and changes nothing. */
export const ButtonLink = ({ look = 'plain', href, children }: { look?: Look; href: string; children: ReactNode }) => (
  <Link href={href} className={`${style.button} ${style[look]}`}>
    {children}
  </Link>
);
