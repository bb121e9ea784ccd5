import { useEffect, useState } from 'react';

/** What comes and goes within this time is not worth an interruption. */
const lastingMs = 1000;

/** A text for those who hear the page, once it has lasted; nothing before. */
export function useLasting(text: string): string {
  const [lasted, setLasted] = useState('');
  useEffect(() => {
    if (text === '') return setLasted('');
    const timer = setTimeout(() => setLasted(text), lastingMs);
    return () => clearTimeout(timer);
  }, [text]);
  return lasted === text ? text : '';
}
