import { addressOfCall } from '../../api/call.ts';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/index.ts';
import style from './take-along.module.css';

const own = words.review.take;
const formats = ['pdf', 'md', 'docx'] as const;

/** The document as files: the bundle that proves it, and what people read. */
export function TakeAlong({ incident }: { incident: string }) {
  const bundle = addressOfCall('incident.bundle', { incident });
  return (
    <Panel title={own.title}>
      <ul className={style.list}>
        <li>
          <a className={style.main} href={bundle} download={`${incident}.bundle.json`}>
            {own.bundle}
          </a>
        </li>
        {formats.map((format) => (
          <li key={format}>
            <a
              className={style.link}
              href={addressOfCall('incident.document', { incident, format })}
              download={`${incident}.${format}`}
            >
              {own[format]}
            </a>
          </li>
        ))}
        <li>
          <a className={style.link} href={`/read/${incident}`}>
            {own.print}
          </a>
        </li>
      </ul>
      <p className={style.quiet}>{words.review.proof.bundle}</p>
    </Panel>
  );
}
