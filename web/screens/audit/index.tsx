import { Screen as Frame } from '../../parts/screen.tsx';
import { words } from '../../words/index.ts';
import { Head } from './head/head.tsx';
import { Log } from './log/log.tsx';

/** The ledger of this server: whether it can be trusted, and what happened. */
export const Screen = () => (
  <Frame title={words.audit.title}>
    <Head />
    <Log />
  </Frame>
);
