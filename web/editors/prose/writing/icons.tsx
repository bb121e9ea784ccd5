import type { ReactNode } from 'react';
import type { proseWords } from '../../../words/prose.ts';

type Name = Exclude<keyof typeof proseWords.toolbar, 'label' | 'done'>;

/** What each button of the toolbar shows, on 16 by 16. */
const shapes: Record<Name, ReactNode> = {
  bold: <path d="M4.5 2.5h4a2.7 2.7 0 0 1 0 5.4h-4zm0 5.4h4.8a2.8 2.8 0 0 1 0 5.6H4.5z" strokeWidth="2" />,
  italic: <path d="M7 2.5h5M4 13.5h5M9.8 2.5 6.3 13.5" />,
  code: <path d="M5 4 1.5 8 5 12M11 4l3.5 4-3.5 4" />,
  link: (
    <path d="M6.5 9.5a3 3 0 0 0 4.2 0l2.2-2.2a3 3 0 0 0-4.2-4.2l-.9.9M9.5 6.5a3 3 0 0 0-4.2 0L3.1 8.7a3 3 0 0 0 4.2 4.2l.9-.9" />
  ),
  heading: <path d="M3.5 2.5v11M12.5 2.5v11M3.5 8h9" strokeWidth="1.8" />,
  list: <path d="M6 3.5h8M6 8h8M6 12.5h8M2.2 3.5h.6M2.2 8h.6M2.2 12.5h.6" />,
  numbered: (
    <path d="M6.5 3.5H14M6.5 8H14M6.5 12.5H14M1.8 2.4 3 2v3.2M1.6 9.2c.2-1.5 2.2-1.2 1.8 0L1.7 11.5h2M1.8 13.2h1.6" />
  ),
  checks: <path d="M7.5 4H14M7.5 12H14M1.5 4 3 5.5 5.5 2.5M2 10.2h3.2v3.2H2z" />,
  quote: <path d="M2.5 3v10M6 4.5h8M6 8h8M6 11.5h5" />,
  table: <path d="M2 3h12v10H2zM2 6.5h12M2 9.8h12M8 3v10" />,
  picture: <path d="M2 3h12v10H2zM2 11l3.5-3.5 3 3 2-2L14 12M10.5 5.8h.1" />,
};

/** A drawing for those who see it; the button says it in words. */
export const Icon = ({ name }: { name: Name }) => (
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {shapes[name]}
  </svg>
);
