import { actorName, type Actor } from '../../operations/access/actor.ts';
import type { RoomPerson } from '../protocol.ts';

/** Colours of cursors and of the selections behind them: each is told apart from its neighbours, and white text on it can be read. */
const colours = [
  ['#b4232c', '#b4232c33'],
  ['#1f6fb2', '#1f6fb233'],
  ['#2a7d4f', '#2a7d4f33'],
  ['#8a4fb0', '#8a4fb033'],
  ['#a35200', '#a3520033'],
  ['#0b7a86', '#0b7a8633'],
  ['#a8326f', '#a8326f33'],
  ['#5a6372', '#5a637233'],
] as const;

/** Who is in a room: a name and a colour that follow from who it is, so that everybody sees the same. */
export function roomPerson(actor: Actor): RoomPerson {
  const name = actorName(actor);
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  const [color, colorLight] = colours[sum % colours.length] ?? colours[0];
  const kind = actor.kind === 'token' ? 'agent' : 'person';
  return { id: name, name: actor.name, kind, color, colorLight };
}
