import type { Hook } from '../../../../src/operations/hook/load.ts';
import type { TrackerShown } from '../../../../src/operations/tracker/load.ts';
import { useOperation } from '../../../api/queries.ts';
import { Select, TextArea, TextField } from '../../../parts/field.tsx';
import { words } from '../../../words/outside.ts';
import { accountsIn } from './accounts.ts';
import style from './trackers.module.css';

/** What is typed about a tracker. */
export type Typed = {
  kind: TrackerShown['kind'];
  name: string;
  address: string;
  project: string;
  token: string;
  user: string;
  issueType: string;
  accounts: string;
  hook: string;
};

type Props = { typed: Typed; change: (typed: Typed) => void; isKept: boolean };

function HookField({ typed, write }: { typed: Typed; write: (value: string) => void }) {
  const { trackers } = words;
  const { data } = useOperation<{ items: Hook[] }>('hook.list');
  const hooks = (data?.items ?? []).filter(({ source, revokedAt }) => source === typed.kind && revokedAt === null);
  const options = hooks.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label={trackers.hook}
      hint={trackers.hookHint}
      value={typed.hook}
      options={[{ value: '', label: trackers.noHook }, ...options]}
      onChange={({ target }) => write(target.value)}
    />
  );
}

/** Where a tracker is, what lets us in, and who is who there. */
export function TrackerFields({ typed, change, isKept }: Props) {
  const { trackers } = words;
  const { kind } = typed;
  const set = (field: keyof Typed) => (value: string) => change({ ...typed, [field]: value });
  const write = (field: keyof Typed) => ({
    value: typed[field],
    onChange: ({ target }: { target: { value: string } }) => set(field)(target.value),
  });
  return (
    <div className={style.fields}>
      <TextField label={trackers.name} hint={trackers.nameHint} required maxLength={100} {...write('name')} />
      <TextField
        label={trackers.apiAddress}
        hint={trackers.addressHints[kind]}
        type="url"
        required={kind === 'jira'}
        maxLength={500}
        {...write('address')}
      />
      <TextField
        label={trackers.project}
        hint={trackers.projectHints[kind]}
        required
        maxLength={300}
        spellCheck={false}
        {...write('project')}
      />
      {kind === 'jira' ? (
        <>
          <TextField label={trackers.user} type="email" required maxLength={320} {...write('user')} />
          <TextField label={trackers.issueType} required maxLength={100} {...write('issueType')} />
        </>
      ) : null}
      <TextField
        label={trackers.token}
        hint={isKept ? trackers.tokenKept : trackers.tokenHint}
        type="password"
        autoComplete="off"
        required={!isKept}
        maxLength={4000}
        {...write('token')}
      />
      <TextArea
        label={trackers.accounts}
        hint={trackers.accountsHints[kind]}
        error={accountsIn(typed.accounts) === undefined ? trackers.accountsError : undefined}
        placeholder={trackers.accountsExample}
        rows={3}
        spellCheck={false}
        {...write('accounts')}
      />
      <HookField typed={typed} write={set('hook')} />
    </div>
  );
}
