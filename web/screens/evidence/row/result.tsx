import { Link } from 'wouter';
import type { Problem } from '../../../api/problem.ts';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/index.ts';
import { listText } from '../../../words/plural.ts';
import { Mark, Marks } from '../../audit/marks.tsx';
import style from './row.module.css';

const { drafted, chain } = words.evidence;

/** What `evidence.draft` answers. */
export type Drafted = {
  sources: string[];
  ids: string[];
  known: number;
  ignored: { what: string; why: string; count: number }[];
  masked: number;
};

/** What `evidence.verify-chain` answers. */
export type ChainFound = {
  state: 'intact' | 'broken' | 'unrecognised';
  entries: number;
  form?: string;
  broken?: { line: number; reason: string };
};

/** What came of something that was done with an original. */
export type Result = { drafted: Drafted } | { chain: ChainFound } | { problem: Problem };

/** Things that were left out, told one by one; beyond these nobody reads. */
const mostIgnored = 20;

function DraftedText({ result, incident }: { result: Drafted; incident: string }) {
  const { ids, sources, known, masked, ignored } = result;
  return (
    <>
      <p>
        <strong>{ids.length === 0 ? drafted.nothing : drafted.added(ids.length, listText(sources))}</strong>{' '}
        {known === 0 ? null : drafted.known(known)} {masked === 0 ? null : drafted.masked(masked)}{' '}
        {ids.length === 0 ? null : <Link href={`/incidents/${incident}#timeline`}>{drafted.toTimeline}</Link>}
      </p>
      {ignored.length === 0 ? null : (
        <details>
          <summary>{drafted.ignored(ignored.length)}</summary>
          <ul>
            {ignored.slice(0, mostIgnored).map(({ what, why, count }, index) => (
              <li key={index}>{drafted.ignoredLine(told(what), told(why), count)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ChainText({ found: { state, entries, form = '', broken } }: { found: ChainFound }) {
  const states = { intact: 'proven', broken: 'refuted', unrecognised: 'unknown' } as const;
  const text =
    state === 'intact'
      ? chain.intact(entries, form)
      : broken === undefined
        ? chain.unrecognised
        : chain.broken(broken.line, broken.reason);
  return (
    <Marks>
      <Mark state={states[state]}>{text}</Mark>
    </Marks>
  );
}

/** The result in words. */
export const ResultText = ({ result, incident }: { result: Result; incident: string }) => (
  <div className={style.result}>
    {'drafted' in result ? (
      <DraftedText result={result.drafted} incident={incident} />
    ) : 'chain' in result ? (
      <ChainText found={result.chain} />
    ) : (
      <ProblemPanel problem={result.problem} />
    )}
  </div>
);
