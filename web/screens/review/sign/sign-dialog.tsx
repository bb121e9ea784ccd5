import { useEffect, useState } from 'react';
import { call } from '../../../api/call.ts';
import { asProblem, Problem } from '../../../api/problem.ts';
import { refresh } from '../../../api/queries.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { say } from '../../../parts/notices.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/index.ts';
import { readAgain } from '../../../steps/gate.ts';
import { assertionFor, knowsPasskeys, type PasskeyOptions } from './assertion.ts';
import { StatementText } from './statement.tsx';

const own = words.review.sign;

type Prepared = { statement: string; method: 'passkey' | 'server'; passkey?: PasskeyOptions };

/** Everything that can go wrong here, as a problem that says what to do. */
const problemOf = (error: unknown): Problem =>
  error instanceof DOMException && error.name === 'NotAllowedError'
    ? new Problem('passkey', 0, own.cancelled)
    : asProblem(error);

async function sign(incident: string, { statement, passkey }: Prepared): Promise<void> {
  const assertion = passkey === undefined ? {} : { assertion: await assertionFor(passkey) };
  await call('signoff.sign', { incident, statement, ...assertion });
}

/** Shows the statement, letter by letter where that is wanted, and has it signed. */
export function SignDialog({ incident, role, close }: { incident: string; role: string; close: () => void }) {
  const [prepared, setPrepared] = useState<Prepared>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    call<Prepared>('signoff.prepare', { incident, role }).then(setPrepared, (error) => setProblem(problemOf(error)));
  }, [incident, role]);
  const take = async (given: Prepared) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await sign(incident, given);
      close();
      say(own.done(role));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
    await refresh(...readAgain);
  };
  const isPasskey = prepared?.method === 'passkey';
  const cannot = isPasskey && !knowsPasskeys();
  const foot = (
    <>
      <Button onClick={close}>{words.common.cancel}</Button>
      {prepared === undefined ? null : (
        <Button look="main" busy={busy} disabled={cannot} onClick={() => void take(prepared)}>
          {isPasskey ? own.withPasskey : own.withServer}
        </Button>
      )}
    </>
  );
  return (
    <Dialog label={own.title(role)} title={own.title(role)} close={close} foot={foot}>
      {prepared === undefined && problem === undefined ? <Loading lines={4} /> : null}
      {prepared === undefined ? null : <StatementText text={prepared.statement} />}
      {cannot ? <p>{own.noBrowser}</p> : null}
      {problem === undefined ? null : <ProblemPanel problem={problem} />}
    </Dialog>
  );
}
