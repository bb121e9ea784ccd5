import { Link } from 'wouter';
import { words } from '../words/index.ts';
import { Screen } from '../parts/screen.tsx';

/** An address that names no screen. */
export const NotFound = () => (
  <Screen title={words.problem.notFound}>
    <p>{words.problem.notFoundAdvice}</p>
    <p>
      <Link href="/">{words.problem.home}</Link>
    </p>
  </Screen>
);
