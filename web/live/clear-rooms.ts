/** What the names of all databases begin with that rooms are kept in. */
export const roomPrefix = 'hindcast-room';

/** Settles when a database is gone, will be as soon as another window lets go of it, or never was. */
export const removeDatabase = (name: string): Promise<void> =>
  new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
  }).catch(() => {});

/** Forgets every room kept for a person on this machine, or for everybody: on sign-out. */
export async function clearRooms(person?: string): Promise<void> {
  const start = person === undefined ? `${roomPrefix}:` : `${roomPrefix}:${person}:`;
  const all = await indexedDB.databases();
  await Promise.all(all.flatMap(({ name }) => (name?.startsWith(start) === true ? [removeDatabase(name)] : [])));
}
