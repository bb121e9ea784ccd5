import { words } from '../../../words/index.ts';
import { Pieces } from './pieces.tsx';
import { valueWords } from './value-words.ts';
import { wordDiff } from './word-diff.ts';

/** A value from what to what: the words that went and came, or both values where they have none in common. */
export function ValueChange({ path, before: old, after: next }: { path: string; before: unknown; after: unknown }) {
  const [before, after] = [valueWords(old, path), valueWords(next, path)];
  const pieces = wordDiff(before, after);
  const isOther =
    before !== '' && after !== '' && pieces.every(({ kind, text }) => kind !== 'same' || text.trim() === '');
  if (isOther)
    return (
      <>
        <Pieces pieces={[{ kind: 'removed', text: before }]} /> <span aria-hidden="true">→</span>{' '}
        <Pieces pieces={[{ kind: 'added', text: after }]} />
      </>
    );
  if (before !== '' && after !== '') return <Pieces pieces={pieces} />;
  if (before === '' && after === '') return words.history.changes.nothing;
  return <Pieces pieces={[{ kind: after === '' ? 'removed' : 'added', text: after === '' ? before : after }]} />;
}
