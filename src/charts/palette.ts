/** Colours of the charts: the name of a CSS variable, and its value on paper. */
const paper = {
  ink: '#1b1b1f',
  muted: '#6b6b76',
  line: '#dcdce2',
  surface: '#ffffff',
  accent: '#3b5bdb',
  'on-phase': '#1b1b1f',
  'phase-detection': '#f2b84b',
  'phase-investigation': '#a78bfa',
  'phase-mitigation': '#6aa5f8',
  'phase-recovery': '#5bbd7a',
  'phase-other': '#c9c9d2',
} as const;

/** What something is drawn in. */
export type Ink = keyof typeof paper;

/** `theme`: CSS variables that a page sets for light and dark, with the paper value as fallback. `paper`: fixed values, for PDF. */
export type Palette = 'theme' | 'paper';

/** Gives the colour of an ink in a palette. */
export function colours(palette: Palette): (ink: Ink) => string {
  return palette === 'paper' ? (ink) => paper[ink] : (ink) => `var(--${ink}, ${paper[ink]})`;
}
