import { type RefObject, useMemo, useRef } from 'react';
import { type Command, useCommands } from './commands.ts';

/** `/` leads to the first field within what has the ref. */
export function useFieldKey(label: string): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  const commands = useMemo<Command[]>(
    () => [{ label, keys: '/', run: () => around.current?.querySelector('input')?.focus() }],
    [label],
  );
  useCommands(commands);
  return around;
}
