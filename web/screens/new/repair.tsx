import { useEffect, useState } from 'react';
import type { Damage } from '../../files/repaired.ts';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/index.ts';
import style from './new.module.css';

type Line = { before: string; after: string };

const mostShown = 4;

/** The first lines that the repair changes. */
async function repairedLines(source: string, damage: Damage): Promise<Line[]> {
  const { repairText } = await import('../../../src/markdown/encoding.ts');
  const lines: Line[] = [];
  for (const before of source.slice(0, 200_000).split('\n')) {
    const after = repairText(before, damage);
    if (after !== before) lines.push({ before, after });
    if (lines.length === mostShown) break;
  }
  return lines;
}

/** Shows what the repair of damaged letters makes of the document. */
export function Repair({ source, damage }: { source: string; damage: Damage }) {
  const [lines, setLines] = useState<Line[]>([]);
  useEffect(() => {
    let wanted = true;
    void repairedLines(source, damage).then((found) => (wanted ? setLines(found) : undefined));
    return () => {
      wanted = false;
    };
  }, [source, damage]);
  return (
    <section className={style.part} aria-label={words.new.repaired}>
      <h3>{words.new.repaired}</h3>
      <p className={style.quiet}>{words.new.repairedText(damage)}</p>
      <Table className={style.repair} columns={[words.new.before, words.new.after]}>
        {lines.map(({ before, after }, index) => (
          <tr key={index}>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
