/** Hashes four messages of so many blocks: their addresses, and where their digests go. */
export type HashFour = (blocks: number, messages: number[], digests: number[]) => void;

/** Messages that wait until there are four of as many blocks. */
export function waitingRoom(mostBlocks: number, hashFour: HashFour) {
  const rooms = Array.from({ length: mostBlocks + 1 }, () => ({ messages: [] as number[], digests: [] as number[] }));
  const leave = (blocks: number) => {
    const room = rooms[blocks] as (typeof rooms)[number];
    hashFour(blocks, room.messages, room.digests);
    room.messages.length = 0;
    room.digests.length = 0;
  };
  return {
    /** Adds a message; the fourth sends all four off. */
    add(blocks: number, message: number, digest: number): void {
      const { messages, digests } = rooms[blocks] as (typeof rooms)[number];
      messages.push(message);
      digests.push(digest);
      if (messages.length === 4) leave(blocks);
    },
    /** Sends off all that wait. Free seats are taken by the first of a room once more: it writes the same digest again. */
    empty(): void {
      for (const [blocks, { messages, digests }] of rooms.entries()) {
        const [message, digest] = [messages[0], digests[0]];
        if (message === undefined || digest === undefined) continue;
        while (messages.length < 4) {
          messages.push(message);
          digests.push(digest);
        }
        leave(blocks);
      }
    },
  };
}
