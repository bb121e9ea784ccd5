/** So often, and so far apart: as long as what is loaded and read again may take. */
const [looks, everyMs] = [20, 100];
let timer = 0;

/** Looks no longer for what is not there yet. */
export const stopLooking = (): void => clearInterval(timer);
// Who has gone on to something else is not called back.
addEventListener('keydown', stopLooking, true);
addEventListener('pointerdown', stopLooking, true);

/** Looks now, and ten times a second for a while, until `look` is done: for what is drawn only after it was asked for. One thing at a time. */
export function keepLooking(look: () => boolean): void {
  let left = looks;
  stopLooking();
  if (look()) return;
  timer = window.setInterval(() => {
    if (left-- < 0 || look()) stopLooking();
  }, everyMs);
}
