import type { Tested } from '../../../../src/operations/service/try-queries.ts';
import { Chip } from '../../../parts/chip.tsx';
import { Table } from '../../../parts/table.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/index.ts';
import style from './services.module.css';

type Answer = Tested['answers'][number];

function Given({ value, holds, problem }: Answer) {
  const { services } = words;
  if (problem !== null) {
    const { title, detail } = (problem.says ?? {}) as { title?: unknown; detail?: unknown };
    return (
      <span className={style.problem}>
        {told(problem.message, title)} {told(problem.remedy, detail)}
      </span>
    );
  }
  return (
    <>
      <span className={value === null ? style.quiet : style.value}>{value ?? services.nothing}</span>{' '}
      {holds === null ? null : <Chip tone={holds ? 'good' : 'error'}>{holds ? services.holds : services.broken}</Chip>}
    </>
  );
}

/** What each query of a service gives now. */
export function Answers({ answers }: { answers: readonly Answer[] }) {
  const { services } = words;
  return (
    <section className={style.answers} aria-label={services.answers}>
      <h3>{services.answers}</h3>
      <Table stacks columns={[services.query, services.gives]}>
        {answers.map((answer) => (
          <tr key={`${answer.kind} ${answer.query}`}>
            <td>
              <code>{answer.query}</code> <span className={style.quiet}>{services.kinds[answer.kind]}</span>
            </td>
            <td data-column={services.gives}>
              <Given {...answer} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
