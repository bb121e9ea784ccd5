export { openRooms, type Rooms, type RoomTimes } from './rooms.ts';
export { settleAll } from './settle-all.ts';
export { closeCodes, liveVersion, mostMessageBytes } from './protocol.ts';
export type { Caller } from './room/member.ts';
export type { LiveAround } from './room/room.ts';
export type { Seat } from './room/seat.ts';
