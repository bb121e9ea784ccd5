import type { ReactNode } from 'react';
import { Edged } from '../parts/edged.tsx';
import { Said } from '../parts/said.tsx';
import style from './blocker-list.module.css';
import { type Blocker, blockerText } from './gate.ts';

type Props = {
  blockers: Blocker[];
  /** The way to the place of one, with its sentence for those who hear it alone. */
  way: (path: string, sentence: string) => ReactNode;
};

/** What stands in the way of a step and what to do, each with the way to its place. */
export const BlockerList = ({ blockers, way }: Props) => (
  <ul className={style.list}>
    {blockers.map((blocker, index) => {
      const { code, path } = blocker;
      const { sentence, remedy } = blockerText(blocker);
      return (
        <Edged as="li" tone="error" className={style.blocker} key={`${code} ${index}`}>
          <p>
            <Said text={sentence} path={path} />
          </p>
          <p className={style.remedy}>
            <Said text={remedy} path={path} />
          </p>
          {path === undefined ? null : way(path, sentence)}
        </Edged>
      );
    })}
  </ul>
);
