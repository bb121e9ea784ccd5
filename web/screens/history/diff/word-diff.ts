/** A piece of a text beside another: in both, or in one of them. */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string };

/** Words with the blanks after them; signs by themselves, so that a comma does not make a word another one. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]{1,1000}|\s{1,1000}|[^\p{L}\p{N}_\s]/gu) ?? [];

/** Beyond so many pairs of words both texts are shown whole: comparing them would stall the page, and nobody could read it. */
const mostPairs = 400_000;

/** Lengths of the longest common rest of both lists from each pair of places on. */
function commonRests(a: string[], b: string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, below] = [rows[i], rows[i + 1]] as [Uint16Array, Uint16Array];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
}

/** Puts together what changed in one place: blanks between two changed words are part of the change. */
function joinedPieces(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  let [removed, added, blank] = ['', '', ''];
  const end = () => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    if (blank !== '') joined.push({ kind: 'same', text: blank });
    [removed, added, blank] = ['', '', ''];
  };
  for (const { kind, text } of pieces) {
    const isBetween = removed + added !== '' && text.trim() === '';
    if (kind === 'same' && isBetween) blank += text;
    else if (kind === 'same') {
      end();
      const last = joined.at(-1);
      if (last?.kind === 'same') last.text += text;
      else joined.push({ kind, text });
    } else {
      if (removed !== '') removed += blank;
      if (added !== '') added += blank;
      // Blanks before the first word of one side stand in the other only.
      if (blank !== '' && removed === '') removed = blank;
      if (blank !== '' && added === '') added = blank;
      blank = '';
      if (kind === 'removed') removed += text;
      else added += text;
    }
  }
  end();
  return joined;
}

/** What became of a text, word by word: the shortest list of what was taken out and put in. */
export function wordDiff(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length * b.length > mostPairs)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  const rests = commonRests(a, b);
  const at = (i: number, j: number) => rests[i]?.[j] ?? 0;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length)
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i] as string });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: a[i] as string });
      i += 1;
    } else {
      pieces.push({ kind: 'added', text: b[j] as string });
      j += 1;
    }
  return joinedPieces(pieces);
}
