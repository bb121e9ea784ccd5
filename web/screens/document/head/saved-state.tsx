import { useIsMutating } from '@tanstack/react-query';
import { RoomLine } from '../../../editors/prose/index.ts';
import { useUnsaved } from '../../../editors/saving/unsaved.ts';
import { useDocument } from '../shown.ts';

/** Whether what was changed here has reached the server: prose, fields, lists and steps. */
export function SavedState() {
  const { shown } = useDocument();
  const changing = useIsMutating() > 0;
  const unsaved = useUnsaved();
  return <RoomLine incident={shown.id} others={unsaved ?? (changing ? 'sending' : undefined)} />;
}
