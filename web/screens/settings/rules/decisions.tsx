import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Tried } from '../../../../src/operations/rules/try.ts';
import { Chip } from '../../../parts/chip.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Said } from '../../../parts/said.tsx';
import { Table } from '../../../parts/table.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/incoming.ts';
import settings from '../settings.module.css';
import style from './rules.module.css';

type Decision = Tried['decisions'][number];

const tones = { join: 'good', open: 'accent', leave: 'plain', ignore: 'plain' } as const;

function Row({ decision }: { decision: Decision }) {
  const { rules } = words;
  const { text, at, rule, act, incident, why } = decision;
  return (
    <tr>
      <td data-column={rules.signal} className={style.signal}>
        {text}
        <br />
        <span className={settings.quiet}>
          <Moment at={at} />
        </span>
      </td>
      <td data-column={rules.act}>
        <Chip tone={tones[act]}>{rules.acts[act]}</Chip>{' '}
        {incident === null ? null : act === 'join' ? <Link href={`/incidents/${incident}`}>{incident}</Link> : incident}
      </td>
      <td data-column={rules.why}>
        <strong>{rule === '' ? rules.noRule : rule}</strong>
        <br />
        <Said text={told('', why)} />
      </td>
    </tr>
  );
}

/** What the rules would do with the signals that came last. While something is wrong with them, what they did before stays. */
export function Decisions({ tried }: { tried: Tried | undefined }) {
  const { rules } = words;
  const [last, setLast] = useState<Tried>();
  const isWrong = tried !== undefined && tried.problems.length > 0;
  useEffect(() => {
    if (tried !== undefined && tried.problems.length === 0) setLast(tried);
  }, [tried]);
  const shown = isWrong ? last : tried;
  if (shown === undefined && isWrong) return null;
  return (
    <Panel title={rules.preview}>
      {shown === undefined ? (
        <Loading lines={4} />
      ) : shown.decisions.length === 0 ? (
        <Empty title={rules.noSignals} />
      ) : (
        <>
          <p className={settings.quiet}>
            {isWrong ? `${rules.before} ` : null}
            {rules.previewText(shown.decisions.length)}
          </p>
          <Table stacks columns={[rules.signal, rules.act, rules.why]} className={style.decisions}>
            {shown.decisions.map((decision) => (
              <Row key={decision.id} decision={decision} />
            ))}
          </Table>
        </>
      )}
    </Panel>
  );
}
