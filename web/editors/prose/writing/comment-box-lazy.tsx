import { type ComponentProps, lazy, Suspense } from 'react';
import type { CommentBox as Box } from './comment-box.tsx';

const Loaded = lazy(async () => ({ default: (await import('./comment-box.tsx')).CommentBox }));

/** The box that a comment is written in: Markdown, with people, incidents and events to name. It comes with the editor. */
export const CommentBox = (props: ComponentProps<typeof Box>) => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
