import type { ListedSource } from '../../../../src/operations/source/list.ts';
import { TextField } from '../../../parts/field.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/incoming.ts';

/** What is typed about a hook. */
export type Typed = { name: string; service: string; secret: string };

type Props = {
  typed: Typed;
  change: (typed: Typed) => void;
  secret: ListedSource['secret'];
  hasSecret?: boolean;
};

/** Name, service and secret of a hook. */
export function HookFields({ typed, change, secret, hasSecret = false }: Props) {
  const { hooks } = words;
  const write = (field: keyof Typed) => ({
    value: typed[field],
    onChange: ({ target }: { target: { value: string } }) => change({ ...typed, [field]: target.value }),
  });
  return (
    <>
      <TextField label={hooks.name} hint={hooks.nameHint} required maxLength={100} {...write('name')} />
      <TextField label={hooks.serviceField} hint={hooks.serviceHint} maxLength={200} {...write('service')} />
      {secret === null ? null : (
        <TextField
          label={hooks.secretField(told(secret.name))}
          hint={hasSecret ? hooks.secretKept : secret.isRequired ? hooks.secretNeeded : hooks.secretOptional}
          type="password"
          autoComplete="off"
          maxLength={1000}
          {...write('secret')}
        />
      )}
    </>
  );
}
