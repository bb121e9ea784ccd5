import { type ComponentProps, useEffect, useState } from 'react';
import { TextField } from './field.tsx';

/** Letters typed within this time are one change. */
const typingMs = 150;

type Props = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange'> & {
  value: string;
  change: (value: string) => void;
};

/** A field whose text is taken shortly after the last letter; spaces at its ends say nothing. */
export function TypedField({ value, change, ...rest }: Props) {
  const [text, setText] = useState(value);
  // What was typed stands as it is, so that nobody loses the space before their next word.
  useEffect(() => setText((before) => (before.trim() === value ? before : value)), [value]);
  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => change(text.trim()), typingMs);
    return () => clearTimeout(timer);
  }, [text, value, change]);
  return <TextField type="search" value={text} onChange={({ target }) => setText(target.value)} {...rest} />;
}
