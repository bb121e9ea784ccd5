// What a room needs once somebody writes: Yjs among it, which a server without writers does without.
export { loadRoom } from './room.ts';
export { seatOf } from './seat.ts';
export { bringChanges, forgetSame, writeRecord } from './settle.ts';
