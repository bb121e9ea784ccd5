import { Link, useParams } from 'wouter';
import { Screen as Frame } from '../../parts/screen.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { words } from '../../words/index.ts';
import { parts } from './parts.ts';
import style from './settings.module.css';
import { SignOut } from './sign-out.tsx';

function Ways({ here, admins, title }: { here: string; admins: boolean; title: string }) {
  const shown = parts.filter((part) => part.admins === admins);
  if (shown.length === 0) return null;
  return (
    <li>
      <span className={style.group}>{title}</span>
      <ul className={style.ways}>
        {shown.map(({ name }) => (
          <li key={name}>
            <Link
              href={`/settings/${name}`}
              className={name === here ? style.here : style.way}
              aria-current={name === here ? 'page' : undefined}
            >
              {words.settings.parts[name]}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** One part of the settings, and the way to the others. */
export function Screen() {
  const { part = 'appearance' } = useParams<{ part?: string }>();
  const { settings } = words;
  const found = parts.find(({ name }) => name === part);
  if (found === undefined) return <NotFound />;
  const { Part, name } = found;
  return (
    <Frame title={`${settings.title}: ${settings.parts[name]}`} actions={<SignOut />}>
      <div className={style.columns}>
        <nav aria-label={settings.navigation}>
          <ul className={style.groups}>
            <Ways here={name} admins={false} title={settings.own} />
            <Ways here={name} admins title={settings.everybodys} />
          </ul>
        </nav>
        <div className={style.part}>
          <Part />
        </div>
      </div>
    </Frame>
  );
}
