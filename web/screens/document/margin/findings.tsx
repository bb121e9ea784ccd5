import { useState } from 'react';
import type { Finding } from '../../../../src/record/finding.ts';
import { Button } from '../../../parts/button.tsx';
import { Edged } from '../../../parts/edged.tsx';
import { Said } from '../../../parts/said.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/index.ts';
import { ComputedFor } from '../claim/computed-for.tsx';
import { useLit } from '../lit.ts';
import { useDocument, useSheet } from '../shown.ts';
import style from './findings.module.css';
import { byOf, isMissing, placeOf, severities, useLook, useNextFinding } from './look-at.ts';
import { Part } from './part.tsx';

const firstShown = 8;
const tones = { error: 'error', warning: 'warning', note: 'plain' } as const;

function FindingCard({ finding, index }: { finding: Finding; index: number }) {
  const { lit } = useLit();
  const look = useLook();
  const { readOnly } = useSheet();
  const fills = !readOnly && isMissing(finding);
  const go = fills ? words.document.fillRow : words.document.findings.goThere;
  const { severity, suggestion } = finding;
  const message = told(finding.message, finding.says?.message);
  const by = byOf(index);
  return (
    <Edged as="li" tone={tones[severity]} className={style.finding} data-lit={lit?.by === by || undefined}>
      <p>
        <Said text={message} path={finding.path} />
      </p>
      <p className={style.remedy}>
        <Said text={told(finding.remedy)} path={finding.path} />
      </p>
      {suggestion === undefined ? null : (
        <p className={style.remedy}>
          {words.document.findings.suggestion}: “{suggestion}”
        </p>
      )}
      <p className={style.ways}>
        <ComputedFor path={finding.path} about={message} />
        {placeOf(finding) === undefined ? null : (
          <Button look="quiet" aria-label={`${go}: ${message}`} onClick={() => look(finding, index, fills)}>
            {fills ? go : words.document.show}
          </Button>
        )}
      </p>
    </Edged>
  );
}

function Group({ severity, findings }: { severity: Finding['severity']; findings: [Finding, number][] }) {
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, firstShown);
  return (
    <>
      <h3 className={style.severity}>
        {words.document.findings.severity[severity]} <span className={style.count}>{findings.length}</span>
      </h3>
      <ul className={style.list}>
        {shown.map(([finding, index]) => (
          <FindingCard key={`${finding.code} ${index}`} finding={finding} index={index} />
        ))}
      </ul>
      {shown.length === findings.length ? null : (
        <Button look="quiet" onClick={() => setAll(true)}>
          {words.document.findings.more(findings.length - shown.length)}
        </Button>
      )}
    </>
  );
}

/** What the checks noticed, what contradicts first. */
export function FindingList() {
  const { findings } = useDocument().shown;
  useNextFinding(findings);
  const numbered = findings.map((finding, index): [Finding, number] => [finding, index]);
  const aside = findings.length === 0 ? undefined : words.document.findings.open(findings.length);
  return (
    <Part place="margin-findings" title={words.document.findings.title} aside={aside}>
      {findings.length === 0 ? <p className={style.none}>{words.document.findings.none}</p> : null}
      {severities.map((severity) => {
        const own = numbered.filter(([finding]) => finding.severity === severity);
        return own.length === 0 ? null : <Group key={severity} severity={severity} findings={own} />;
      })}
    </Part>
  );
}
