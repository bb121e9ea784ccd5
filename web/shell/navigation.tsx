import { useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { words } from '../words/index.ts';
import { start } from '../api/start.ts';
import { type Place, places } from './places.ts';
import { openPalette } from './palette-state.ts';
import style from './navigation.module.css';

const isHere = (path: string, location: string): boolean =>
  path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`);

function Entry({ path, label }: Place) {
  const [location] = useLocation();
  const here = isHere(path, location);
  return (
    <li>
      <Link href={path} className={here ? style.here : style.entry} aria-current={here ? 'page' : undefined}>
        {label}
      </Link>
    </li>
  );
}

const Entries = ({ of }: { of: Place[] }) => (
  <ul className={style.list}>
    {of.map((place) => (
      <Entry key={place.path} {...place} />
    ))}
  </ul>
);

/** The way to every screen. On narrow ones the places that are seldom needed stand in a list that opens. */
export function Navigation() {
  const rest = useRef<HTMLDivElement>(null);
  return (
    <nav className={style.navigation} aria-label={words.shell.navigation}>
      <Link href="/" className={style.name}>
        <span aria-hidden="true">◴ </span>
        {words.shell.name}
      </Link>
      <Entries of={places.filter(({ minor }) => minor !== true)} />
      <button type="button" className={style.more} popoverTarget="navigation-rest">
        {words.shell.more}
      </button>
      <div
        id="navigation-rest"
        ref={rest}
        popover="auto"
        className={style.rest}
        onClick={() => rest.current?.hidePopover()}
      >
        <Entries of={places.filter(({ minor }) => minor === true)} />
        {/* A screen may put the way through itself here. */}
        <div id="navigation-more" />
        <div className={style.foot}>
          <button type="button" className={style.entry} onClick={openPalette}>
            {words.shell.palette} <kbd className={style.key}>{words.shell.paletteKeys}</kbd>
          </button>
          <a className={style.entry} href="/account">
            {start.me.name}
          </a>
        </div>
      </div>
    </nav>
  );
}
