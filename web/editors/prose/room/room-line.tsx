import { useEffect, useState } from 'react';
import { useLasting } from '../../../parts/use-lasting.ts';
import { words } from '../../../words/index.ts';
import type { Unsaved } from '../../saving/unsaved.ts';
import type { RoomView } from './rooms.ts';
import { useRoom, useSaved } from './use-room.ts';
import style from './room-line.module.css';

/** So long must the server have everything before the line says so: while somebody types it would only flicker. */
const settledMs = 400;

/** A line that is made sooner is not spoken of. */
const slowMs = 1000;

/** How it stands with the texts, with what is no prose, with both for a while; and whether the line is long in coming. */
type Standing = { saved: boolean; others: Unsaved; settled: boolean; slow: boolean };

function wordsOf({ state, reason, room, keeps }: RoomView, { saved, others, settled, slow }: Standing): string {
  const { line } = words.prose;
  if (state === 'live' && others === 'kept') return line.kept;
  if (state === 'live') return settled ? line.saved : line.saving;
  if (state === 'offline' && saved && others === undefined) return line.offline;
  if (state === 'offline') return keeps ? line.offlineKept : line.offlineLoose;
  if (state === 'readOnly') return (reason === undefined ? undefined : line.because[reason]) ?? line.readOnly;
  if (state === 'late') return line.late;
  if (state === 'refused') return (reason === undefined ? undefined : line.because[reason]) ?? line.refused;
  return room === undefined || !slow ? '' : line.connecting;
}

type Props = {
  incident: string;
  /** How it stands with what is no prose. */
  others?: Unsaved;
};

/** One line for the head of a document: whether the server has what was written. Only a change of standing is read out. */
export function RoomLine({ incident, others }: Props) {
  const view = useRoom(incident);
  const { state } = view;
  const texts = useSaved(incident);
  const saved = texts && others === undefined;
  const [settled, setSettled] = useState(saved);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(saved), saved ? settledMs : 0);
    return () => clearTimeout(timer);
  }, [saved]);
  const isConnecting = state === 'connecting';
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!isConnecting) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => clearTimeout(timer);
  }, [isConnecting]);
  const said = wordsOf(view, { saved: texts, others, settled: saved && settled, slow });
  const loud = state !== 'live' && !isConnecting;
  // A line that comes back passes through several standings in a moment.
  const told = useLasting(loud ? said : '');
  return (
    <span className={style.line} data-state={state}>
      <span aria-hidden={loud}>{said}</span>
      <span className="aside" role="status">
        {told}
      </span>
    </span>
  );
}
