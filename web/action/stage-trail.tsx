import { type ActionStage, actionStages } from '../../src/figures/action-stage.ts';
import { words } from '../words/following.ts';
import style from './action.module.css';

/** The stages of an action in order, with the one where it stands. */
export function StageTrail({ stage }: { stage: ActionStage }) {
  const shown = actionStages.filter((each) =>
    stage === 'declined' ? each === 'proposed' || each === stage : each !== 'declined',
  );
  const at = shown.indexOf(stage);
  return (
    <ol className={style.trail}>
      {shown.map((each, index) => (
        <li
          key={each}
          className={index === at ? style.here : index < at ? style.past : style.ahead}
          aria-current={index === at ? 'step' : undefined}
        >
          {words.action.stages[each]}
        </li>
      ))}
    </ol>
  );
}
