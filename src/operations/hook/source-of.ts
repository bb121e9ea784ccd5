import type { Source } from '../../sources/index.ts';
import { mappedSource } from '../../sources/mapping/index.ts';
import type { Config } from '../config.ts';
import { loadedSources } from '../source/loaded.ts';

const known = new WeakMap<Config['sources'], Source[]>();

/** The sources that a team described in its `hindcast.yaml`; each description is compiled once. */
export function describedSources({ sources: mappings }: Pick<Config, 'sources'>): Source[] {
  let described = known.get(mappings);
  if (described === undefined) known.set(mappings, (described = mappings.map(mappedSource)));
  return described;
}

/** A source by its name: one of ours, or one that the team described. */
export function sourceNamed(name: string, config: Pick<Config, 'sources'>): Source | undefined {
  return [...loadedSources().sources, ...describedSources(config)].find((source) => source.name === name);
}
