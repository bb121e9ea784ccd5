import type { TimelineEvent } from '../../../src/record/timeline.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { words } from '../../words/index.ts';
import style from './event-marks.module.css';
import type { Adornment } from './shapes.ts';

/** The hue of an event's phase, with its name for those who do not see it. */
export const PhaseDot: Adornment = ({ value }) => {
  const { phase } = value as Partial<TimelineEvent>;
  const known = phase === undefined ? undefined : words.editors.phases[phase];
  if (phase === undefined || known === undefined) return null;
  return (
    <span className={style.dot} data-phase={phase} title={known}>
      <span className="aside">{known} </span>
    </span>
  );
};

/** The milestone that an event is; one that was inferred asks to be confirmed. */
export const EventMarks: Adornment = ({ value, confirm }) => {
  const { milestone, inferred } = value as Partial<TimelineEvent>;
  if (milestone === undefined) return null;
  const name = words.editors.milestones[milestone] ?? milestone;
  if (inferred !== true) return <Chip>{name}</Chip>;
  return (
    <span className={style.inferred}>
      {name} · {words.editors.inferred}
      {confirm === undefined ? null : (
        <>
          {' · '}
          <Button
            look="quiet"
            aria-label={words.editors.confirmMilestone(name)}
            onClick={(event) => {
              event.stopPropagation();
              confirm();
            }}
          >
            {words.editors.confirm}
          </Button>
        </>
      )}
    </span>
  );
};
