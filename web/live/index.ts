export { clearRooms } from './clear-rooms.ts';
export { openRoom } from './open-room.ts';
export type { ChangedBy, LateText, LivePerson, LiveRoom, LocalStore, Reason, RoomOptions, RoomState } from './room.ts';
