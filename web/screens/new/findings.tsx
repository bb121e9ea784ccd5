import type { Finding, FindingSeverity } from '../../../src/record/finding.ts';
import { Said } from '../../parts/said.tsx';
import { told } from '../../parts/told.ts';
import { words } from '../../words/index.ts';
import style from './new.module.css';

const order: FindingSeverity[] = ['error', 'warning', 'note'];
const mostShown = 5;

/** What the checks noticed, the worst first; the rest is on the incident's own page. */
export function Findings({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null;
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <section className={style.part} aria-label={words.new.findings(findings.length)}>
      <h3>{words.new.findings(findings.length)}</h3>
      <ul className={style.findings}>
        {sorted.slice(0, mostShown).map(({ code, severity, message, says, remedy, path }, index) => (
          <li key={`${code} ${index}`} className={style[severity]}>
            <p>
              <strong>{words.new.severities[severity]}.</strong>{' '}
              <Said text={told(message, says?.message)} path={path} />
            </p>
            <p className={style.quiet}>
              <Said text={told(remedy)} path={path} />
            </p>
          </li>
        ))}
      </ul>
      {findings.length > mostShown ? (
        <p className={style.quiet}>{words.new.moreFigures(findings.length - mostShown)}</p>
      ) : null}
    </section>
  );
}
