import type { AnchorHTMLAttributes } from 'react';
import { Link } from 'wouter';
import style from './row-link.module.css';

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> & { href: string };

/** The link of a row or card, which leads there from everywhere in it. What is around it has `position: relative`. */
export const RowLink = (props: Props) => <Link {...props} className={style.link ?? ''} />;
