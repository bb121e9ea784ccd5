import { type RefCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useOperation } from '../api/queries.ts';
import { Dialog } from '../parts/dialog.tsx';
import { words } from '../words/index.ts';
import { type Command, commands, keysText, takeKey, useCommands } from './commands.ts';
import { onOpen, openPalette, openShortcuts } from './palette-state.ts';
import { places } from './places.ts';
import style from './palette.module.css';

type Listed = { items: { key: string; title: string | null }[] };
const mostShown = 16;

const matches = (label: string, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.toLowerCase().includes(word));

/** The keyboard may lead beyond what the list has room for. */
const inSight: RefCallback<HTMLElement> = (option) => option?.scrollIntoView({ block: 'nearest' });

function useOwnCommands(go: (path: string) => void): void {
  const own = useMemo<Command[]>(
    () => [
      ...places.map(({ path, label, keys }) => ({ label, keys, run: () => go(path) })),
      { label: words.shell.newIncident, keys: 'c', run: () => go('/new') },
      { label: words.shell.palette, keys: 'mod+k', run: openPalette },
      { label: words.shell.shortcuts, keys: '?', run: openShortcuts },
    ],
    [go],
  );
  useCommands(own);
  useEffect(() => {
    addEventListener('keydown', takeKey);
    return () => removeEventListener('keydown', takeKey);
  }, []);
}

/** Every screen, command and incident, found by a few letters of its name. */
export function Palette() {
  const [, go] = useLocation();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  useOwnCommands(go);
  useEffect(
    () =>
      onOpen('palette', () => {
        setText('');
        setChosen(0);
        setOpen(true);
      }),
    [],
  );
  const wanted = text.trim();
  const found = useOperation<Listed>('incident.list', { title: wanted, limit: mostShown }, open && wanted !== '');
  const shown: Command[] = [
    ...commands().filter(({ label }) => matches(label, wanted)),
    ...(wanted === '' ? [] : (found.data?.items ?? [])).map(({ key, title }) => ({
      label: `${key} ${title ?? ''}`,
      run: () => go(`/incidents/${key}`),
    })),
  ].slice(0, mostShown);
  const run = (command: Command | undefined) => {
    setOpen(false);
    command?.run();
  };
  const move = (by: number) => setChosen((before) => (before + by + shown.length) % Math.max(shown.length, 1));
  if (!open) return null;
  return (
    <Dialog label={words.shell.palette} high close={() => setOpen(false)}>
      <input
        className={style.input}
        role="combobox"
        aria-label={words.shell.palette}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={shown.length === 0 ? undefined : `palette-${chosen}`}
        placeholder={words.shell.paletteHint}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') move(1);
          else if (event.key === 'ArrowUp') move(-1);
          else if (event.key === 'Enter') run(shown[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <ul id="palette-list" role="listbox" aria-label={words.shell.palette} className={style.list}>
        {shown.map((command, index) => (
          <li
            key={command.label}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            ref={index === chosen ? inSight : undefined}
            className={index === chosen ? style.chosen : style.entry}
            onClick={() => run(command)}
            onKeyDown={() => {}}
          >
            {command.label}
            {command.keys === undefined ? null : <kbd className={style.key}>{keysText(command.keys)}</kbd>}
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className={style.none}>{words.shell.paletteNone}</p> : null}
    </Dialog>
  );
}
