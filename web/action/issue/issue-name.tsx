import type { LinkShown } from '../../../src/operations/link/load.ts';
import { Chip } from '../../parts/chip.tsx';
import { words } from '../../words/outside.ts';
import style from './issue.module.css';

const tones = { waiting: 'plain', uncertain: 'warning', conflict: 'warning', failed: 'error', inStep: 'good' } as const;

/** An issue by its name, with the way to it, and how far both sides are in step. */
export function IssueName({ link }: { link: LinkShown }) {
  const { issue } = words.trackers;
  const { tracker, state, url, values } = link;
  return (
    <span className={style.name}>
      {link.issue === '' ? null : /^https?:/.test(url) ? (
        <a href={url} target="_blank" rel="noreferrer" aria-label={issue.opens(link.issue)}>
          {link.issue}
        </a>
      ) : (
        <span>{link.issue}</span>
      )}
      <span className={style.quiet}>{issue.in(tracker.name)}</span>
      <Chip tone={tones[state]}>{issue.states[state]}</Chip>
      {values === null ? null : <span className={style.quiet}>{issue.says[values.state]}</span>}
    </span>
  );
}
