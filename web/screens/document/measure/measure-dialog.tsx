import { useState } from 'react';
import type { Measured } from '../../../../src/operations/measure/measure.ts';
import type { Watched } from '../../../../src/operations/service/load.ts';
import { refresh, useChange, useOperation } from '../../../api/queries.ts';
import { start } from '../../../api/start.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { ProblemPanel } from '../../../parts/problem-panel.tsx';
import { words } from '../../../words/index.ts';
import choices from '../../../parts/choices.module.css';
import style from './measure.module.css';
import { MeasuredService } from './measured-service.tsx';

/** What reads the incident, and is read again when it was measured. */
const read = ['incident.show', 'lifecycle.gate', 'evidence.list', 'incident.history', 'version.diff'];

type ChoiceProps = { items: readonly Watched[]; chosen: readonly string[]; choose: (names: string[]) => void };

function Choice({ items, chosen, choose }: ChoiceProps) {
  const { measure } = words.services;
  return (
    <fieldset className={choices.choices}>
      <legend>{measure.which}</legend>
      <p className={style.quiet}>{measure.whichHint}</p>
      {items.map(({ name }) => (
        <label key={name} className={choices.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, name] : chosen.filter((other) => other !== name))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Nothing() {
  const { measure } = words.services;
  const isAdmin = start.me.role === 'owner' || start.me.role === 'admin';
  return (
    <Empty title={measure.none}>
      <p>{isAdmin ? measure.noneAdmin : measure.noneOther}</p>
    </Empty>
  );
}

/** Which services are asked, that they are being asked, and what came of it. */
export function MeasureDialog({ incident, close }: { incident: string; close: () => void }) {
  const { measure } = words.services;
  const services = useOperation<{ items: Watched[] }>('service.list');
  const [chosen, setChosen] = useState<string[]>([]);
  const [measured, setMeasured] = useState<Measured>();
  const { attempt, busy, problem } = useChange<Measured>('incident.measure');
  const run = async () => {
    setMeasured(undefined);
    const done = await attempt({ incident, ...(chosen.length === 0 ? {} : { services: chosen }) });
    setMeasured(done);
    if (done !== undefined) await refresh(...read);
  };
  const hasServices = (services.data?.items.length ?? 0) > 0;
  return (
    <Dialog
      label={measure.title}
      title={measure.title}
      wide
      close={close}
      foot={
        <Button look="main" busy={busy || !hasServices} onClick={() => void run()}>
          {measured === undefined ? measure.run : measure.again}
        </Button>
      }
    >
      <div className={style.body}>
        <p>{measure.text}</p>
        <Answered of={services}>
          {({ items }) => (items.length === 0 ? <Nothing /> : <Choice {...{ items, chosen }} choose={setChosen} />)}
        </Answered>
        <p role="status" className={style.quiet}>
          {busy ? measure.asking : measured === undefined ? '' : measure.wrote(measured.added, measured.changed)}
        </p>
        {problem === null ? null : <ProblemPanel problem={problem} />}
        {measured?.services.map((each) => (
          <MeasuredService key={each.service} incident={incident} {...each} />
        ))}
      </div>
    </Dialog>
  );
}
