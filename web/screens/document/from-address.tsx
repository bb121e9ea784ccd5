import { useEffect } from 'react';
import { keepLooking } from '../../parts/keep-looking.ts';
import { goToPlace } from './go-to.ts';
import { useDocument } from './shown.ts';

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

/** Leads to the place of the record that the address names after `#`, `/incidents/INC-1#timeline[2].text`; or to a part of the margin. */
export function FromAddress() {
  const { versions } = useDocument().shown;
  const follow = () => {
    const path = placeInAddress();
    if (path !== '') keepLooking(() => goToPart(path) || goToPlace(path, versions, false));
  };
  // Edits make other versions; the address that the document was opened with is followed once.
  useEffect(follow, []);
  useEffect(() => {
    // The browser itself leads only to what is drawn already.
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [versions]);
  return null;
}
