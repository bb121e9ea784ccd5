import { Link } from 'wouter';
import { BlockerList } from '../../steps/blocker-list.tsx';
import type { Blocker } from '../../steps/gate.ts';
import { words } from '../../words/index.ts';
import style from './blockers.module.css';

const own = words.review;

type Props = { blockers: Blocker[]; step: string; incident: string };

/** What stands in the way of a step; each leads to its place in the document. */
export const Blockers = ({ blockers, step, incident }: Props) => (
  <>
    <h3>
      {step}: {own.blocked(blockers.length)}
    </h3>
    <BlockerList
      blockers={blockers}
      way={(path, sentence) => (
        <Link className={style.link} href={`/incidents/${incident}#${encodeURIComponent(path)}`}>
          {own.goThere}
          <span className="aside">: {sentence}</span>
        </Link>
      )}
    />
  </>
);
