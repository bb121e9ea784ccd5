import { useEffect } from 'react';
import { useGoTo } from './go-to.ts';

/** Editors are loaded after the sheet is shown, so the place is looked for a few times. */
const triesMs = [0, 100, 300, 800, 1500];

function placeInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Leads to a part of the margin by its id; false where there is none. */
function goToPart(id: string): boolean {
  const part = document.getElementById(id);
  part?.scrollIntoView();
  part?.focus();
  return part !== null;
}

/** Leads to the place of the record that the address names after `#`, once: `/incidents/INC-1#timeline[2].text`; or to a part of the margin. */
export function FromAddress() {
  const goTo = useGoTo();
  useEffect(() => {
    const path = placeInAddress();
    if (path === '') return undefined;
    let found = false;
    const timers = triesMs.map((ms) => setTimeout(() => (found ||= goToPart(path) || goTo(path)), ms));
    return () => timers.forEach(clearTimeout);
    // Edits make another `goTo`; the address is followed once.
  }, []);
  return null;
}
