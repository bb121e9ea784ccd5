import type { Item } from './item.ts';

const [nameStart, noteStart] = ['recording-', 'What `hindcast record` saw of '];

/** How a recording is attached: the name of its file, and what was recorded. */
export const recordingAs = (file: string, command: readonly string[]): { name: string; note: string } => ({
  name: `${nameStart}${file}`,
  note: `${noteStart}${command.join(' ')}`.slice(0, 2000),
});

/** Whether an attached original is a recording: its calls are steps of the document already. */
export const isRecording = ({ name, note }: Pick<Item, 'name' | 'note'>): boolean =>
  name.startsWith(nameStart) && note.startsWith(noteStart);
