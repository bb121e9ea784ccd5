import { Link } from 'wouter';
import { words } from '../../words/index.ts';
import style from './contents.module.css';
import { useDocument } from './shown.ts';

const { pages } = words.review;
const places = [
  ['review', pages.review],
  ['meeting', pages.meeting],
  ['follow-up', pages.followUp],
  ['tell', pages.tell],
  ['clocks', pages.clocks],
  ['evidence', pages.evidence],
  ['history', pages.history],
] as const;

/** The ways to the other screens of this incident. */
export function Pages() {
  const { key } = useDocument().shown;
  return (
    <nav aria-label={pages.label}>
      <ul className={style.pages}>
        {places.map(([place, label]) => (
          <li key={place}>
            <Link className={style.page} href={`/incidents/${key}/${place}`}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
