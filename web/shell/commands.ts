import { useEffect } from 'react';

/** Something a person can do from the keyboard or the palette, as long as the screen that offers it is shown. */
export type Command = {
  /** What it does, as the palette shows it. */
  label: string;
  /** `g h` (typed one after the other), `mod+k` (Ctrl, or Cmd on a Mac), `?`; without keys it is in the palette only. */
  keys?: string;
  run: () => void;
};

const offered = new Set<Command>();

/** All commands of the present screen and of the app. */
export const commands = (): Command[] => [...offered];

/** Offers commands while the component is shown. Give the same array as long as nothing changed. */
export function useCommands(own: Command[]): void {
  useEffect(() => {
    for (const command of own) offered.add(command);
    return () => {
      for (const command of own) offered.delete(command);
    };
  }, [own]);
}

/** Keys as people know them. */
export const keysText = (keys: string): string =>
  keys
    .replace('mod', 'Ctrl')
    .replace('alt', 'Alt')
    .replace(/\+\w$/, (last) => last.toUpperCase());

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A dialog is about one thing: the screen behind it takes no plain keys. */
const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog') !== null;

/** Two keys belong together when the second comes so soon. */
const togetherMs = 900;
let first = { key: '', atMs: 0 };

function keysOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // With Alt a key may make another letter, so it is told by its place.
  if (event.altKey) return `mod+alt+${event.code.replace('Key', '').toLowerCase()}`;
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key;
}

/** Alt alone is for menus and letters, and so is AltGr, which looks like Ctrl with Alt. */
const isForLetters = (event: KeyboardEvent): boolean =>
  event.altKey && ((!event.ctrlKey && !event.metaKey) || event.getModifierState('AltGraph'));

/** Runs the command whose keys were pressed; plain keys mean nothing while somebody writes or answers. */
export function takeKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isForLetters(event)) return;
  const key = keysOf(event);
  if (!key.startsWith('mod+') && (isWriting(event.target) || isInDialog(event.target))) return;
  const pair = event.timeStamp - first.atMs < togetherMs ? `${first.key} ${key}` : key;
  const command = commands().find(({ keys }) => keys === pair) ?? commands().find(({ keys }) => keys === key);
  first = { key, atMs: event.timeStamp };
  if (command === undefined) return;
  event.preventDefault();
  command.run();
}
