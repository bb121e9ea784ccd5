import type { Proof } from '../../src/operations/action/proof.ts';
import { useOperation } from '../api/queries.ts';
import choices from '../parts/choices.module.css';
import { Select, TextArea, TextField } from '../parts/field.tsx';
import { words } from '../words/following.ts';

/** A proof while somebody writes it. */
export type ProofDraft = { kind: Proof['kind']; text: string; url: string; evidence: string };
export const noProof: ProofDraft = { kind: 'note', text: '', url: '', evidence: '' };

/** The proof that a draft makes, or undefined as long as something is missing. */
export function proofOf({ kind, text, url, evidence }: ProofDraft): Proof | undefined {
  const said = text.trim() === '' ? {} : { text: text.trim() };
  if (kind === 'note') return text.trim() === '' ? undefined : { kind, text: text.trim() };
  if (kind === 'link') return /^https?:\/\/\S+$/.test(url.trim()) ? { kind, url: url.trim(), ...said } : undefined;
  return evidence === '' ? undefined : { kind, evidence, ...said };
}

type Attached = { items: { id: string; name: string }[] };

function EvidenceChoice({ incident, draft, change }: Props) {
  const { action: said } = words;
  const { data } = useOperation<Attached>('evidence.list', { incident });
  if (data?.items.length === 0) return <p>{said.noEvidence}</p>;
  return (
    <Select
      label={said.proofEvidence}
      value={draft.evidence}
      options={[{ value: '', label: '' }, ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={({ target }) => change({ ...draft, evidence: target.value })}
    />
  );
}

type Props = { incident: string; draft: ProofDraft; change: (draft: ProofDraft) => void };

/** What shows that an action worked: words, a link, or evidence. */
export function ProofFields({ incident, draft, change }: Props) {
  const { action: said } = words;
  return (
    <>
      <fieldset className={choices.choices}>
        <legend>{said.proofKind}</legend>
        {Object.entries(said.proofKinds).map(([kind, label]) => (
          <label key={kind} className={choices.choice}>
            <input
              type="radio"
              name="proof"
              checked={draft.kind === kind}
              onChange={() => change({ ...draft, kind: kind as Proof['kind'] })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {draft.kind === 'link' ? (
        <TextField
          label={said.proofLink}
          hint={said.proofLinkHint}
          type="url"
          value={draft.url}
          maxLength={2000}
          onChange={({ target }) => change({ ...draft, url: target.value })}
        />
      ) : null}
      {draft.kind === 'evidence' ? <EvidenceChoice {...{ incident, draft, change }} /> : null}
      <TextArea
        label={said.proofText}
        hint={said.proofTextHint}
        value={draft.text}
        maxLength={2000}
        onChange={({ target }) => change({ ...draft, text: target.value })}
      />
    </>
  );
}
