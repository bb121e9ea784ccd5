/** So many windows away a place is near. */
const nearWindows = 2;
/** Frames until what is around a far place has its height. */
const settlingFrames = 5;

/**
 * Brings a place of the document to the middle of the window, smoothly where it is near. What lies between here and a far one is laid
 * out when it comes into sight, and is then higher than it was taken for: a smooth way would end somewhere else.
 */
export function bringIntoView(place: Element): void {
  const isNear = Math.abs(place.getBoundingClientRect().top) < innerHeight * nearWindows;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isNear && !calm) return place.scrollIntoView({ block: 'center', behavior: 'smooth' });
  let frames = settlingFrames;
  const jump = () => {
    // Where somebody has begun to write there, that place is meant.
    const { activeElement } = document;
    const meant = activeElement !== null && place.contains(activeElement) ? activeElement : place;
    meant.scrollIntoView({ block: 'center', behavior: 'instant' });
    frames -= 1;
    if (frames > 0) requestAnimationFrame(jump);
  };
  jump();
}
