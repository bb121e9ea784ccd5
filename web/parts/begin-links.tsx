import { words } from '../words/index.ts';
import { ButtonLink } from './button.tsx';

/** The two ways to another post-mortem, beside the title of a screen that lists them. */
export const BeginLinks = () => (
  <>
    <ButtonLink href="/import">{words.shell.import}</ButtonLink>
    <ButtonLink look="main" href="/new">
      {words.shell.newIncident}
    </ButtonLink>
  </>
);
