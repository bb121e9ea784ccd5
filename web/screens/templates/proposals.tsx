import type { Learned } from '../../../src/templates/learn/learn.ts';
import { Button } from '../../parts/button.tsx';
import { Table } from '../../parts/table.tsx';
import { Tick } from '../../parts/tick.tsx';
import { words } from '../../words/index.ts';
import style from './templates.module.css';

type Props = {
  learned: Learned;
  left: ReadonlySet<string>;
  setLeft: (left: ReadonlySet<string>) => void;
  goOn: () => void;
};

/** What was found in a document, each to be taken or left. */
export function Proposals({ learned, left, setLeft, goOn }: Props) {
  const { templates } = words;
  const bound = learned.proposals.filter(({ path }) => path !== null);
  const toggle = (path: string) => {
    const next = new Set(left);
    if (!next.delete(path)) next.add(path);
    setLeft(next);
  };
  return (
    <>
      <p role="status">
        <strong>{templates.proposals(bound.length)}</strong> {templates.proposalsText}
      </p>
      <div className={style.scroll} tabIndex={0} role="group" aria-label={templates.proposals(bound.length)}>
        <Table
          className={style.table}
          columns={[
            templates.take,
            templates.line,
            templates.proposalLine,
            templates.path,
            templates.sure,
            templates.why,
          ]}
        >
          {learned.proposals.map(({ line, text, path, confidence, reason }, index) => (
            <tr key={index}>
              <td>
                {path === null ? null : (
                  <Tick
                    aria-label={`${templates.take}: ${path}, ${templates.line} ${line}`}
                    checked={!left.has(path)}
                    onChange={() => toggle(path)}
                  />
                )}
              </td>
              <td>{line}</td>
              <td className={style.formLine}>{text}</td>
              <td>{path === null ? <span className={style.quiet}>{templates.prose}</span> : <code>{path}</code>}</td>
              <td>{path === null ? '' : templates.percent(confidence)}</td>
              <td className={style.quiet}>{reason}</td>
            </tr>
          ))}
        </Table>
      </div>
      <p>
        <Button look="main" onClick={goOn}>
          {templates.toEditor}
        </Button>
      </p>
    </>
  );
}
