import { words } from '../../../words/incoming.ts';
import settings from '../settings.module.css';
import style from './rules.module.css';

/** The two parts of a rule. */
const [when, happens] = ['when', 'do'];

const Facts = ({ of }: { of: Record<string, string> }) => (
  <dl className={settings.facts}>
    {Object.entries(of).map(([name, text]) => [
      <dt key={name}>
        <code>{name}</code>
      </dt>,
      <dd key={`${name} means`}>{text}</dd>,
    ])}
  </dl>
);

/** What can stand in a rule, and one of each. */
export function Guide() {
  const { rules } = words;
  return (
    <details>
      <summary>{rules.guide}</summary>
      <div className={style.guide}>
        <p>
          <code>{when}</code> {rules.guideWhen}
        </p>
        <Facts of={rules.guideWhens} />
        <p>{rules.guidePattern}</p>
        <p>
          <code>{happens}</code> {rules.guideThen}
        </p>
        <Facts of={rules.guideThens} />
        <p>{rules.example}</p>
        <pre className={style.theirs} tabIndex={0} role="group" aria-label={rules.example}>
          {rules.starter}
        </pre>
      </div>
    </details>
  );
}
