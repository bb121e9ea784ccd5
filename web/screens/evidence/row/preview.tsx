import { useQuery } from '@tanstack/react-query';
import { problemOf } from '../../../api/problem.ts';
import type { Problem } from '../../../api/problem.ts';
import { Loading } from '../../../parts/loading.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/index.ts';
import { contentOf, type Item, looksOf } from '../item.ts';
import style from './row.module.css';

const own = words.evidence.preview;

/** Bytes of a text that are shown. */
const mostBytes = 100_000;

async function beginningOf(address: string): Promise<string> {
  const response = await fetch(address, { headers: { range: `bytes=0-${mostBytes - 1}` } });
  if (!response.ok) throw await problemOf(response);
  return response.text();
}

function Text({ item, incident }: { item: Item; incident: string }) {
  const address = contentOf(incident, item);
  const { data, error } = useQuery<string, Problem>({
    queryKey: ['evidence', { sha256: item.sha256 }],
    queryFn: () => beginningOf(address),
  });
  if (error !== null) return <ProblemPanel problem={error} />;
  if (data === undefined) return <Loading lines={4} />;
  return (
    <>
      <pre className={style.text} tabIndex={0} role="group" aria-label={item.name}>
        {data}
      </pre>
      {item.bytes > mostBytes ? <p className={style.facts}>{own.tooLong(words.evidence.bytes(mostBytes))}</p> : null}
    </>
  );
}

/** What can be seen of an original without running anything of it: pictures as pictures, texts as text. */
export function Preview({ item, incident }: { item: Item; incident: string }) {
  const looks = looksOf(item);
  if (looks === 'text') return <Text item={item} incident={incident} />;
  if (looks === undefined) return <p>{own.none}</p>;
  return (
    <img className={style.picture} src={contentOf(incident, item)} alt={item.note === '' ? item.name : item.note} />
  );
}
