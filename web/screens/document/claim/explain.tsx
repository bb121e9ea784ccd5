import { type FormEvent, useId, useState } from 'react';
import { asProblem } from '../../../api/problem.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/field.tsx';
import { words } from '../../../words/index.ts';
import type { FoundClaim } from './claims-of.ts';
import { useChangeOfClaim } from './use-computed.ts';

/** Asks what a number counts that the figure does not: its scope, kept as the claim's qualifier. */
export function Explain({ found, close }: { found: FoundClaim; close: () => void }) {
  const form = useId();
  const change = useChangeOfClaim();
  const [scope, setScope] = useState(found.claim.qualifier ?? '');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await change(found, { qualifier: scope.trim() || null }, words.document.explained);
      close();
    } catch (error) {
      // The dialog stays, with what was written.
      setWrong(asProblem(error).message);
      setBusy(false);
    }
  };
  const foot = (
    <>
      <Button onClick={close}>{words.common.cancel}</Button>
      <Button look="main" type="submit" form={form} busy={busy}>
        {words.common.save}
      </Button>
    </>
  );
  return (
    <Dialog label={words.document.explainTitle} title={words.document.explainTitle} close={close} foot={foot}>
      <form id={form} onSubmit={(event) => void save(event)}>
        <TextField
          label={found.claim.text}
          hint={words.document.explainHint}
          error={wrong}
          value={scope}
          onChange={({ target }) => setScope(target.value)}
        />
      </form>
    </Dialog>
  );
}
