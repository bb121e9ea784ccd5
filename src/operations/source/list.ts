import { z } from 'zod';
import { renderBlocks } from '../../markdown/html.ts';
import { markdownTree } from '../../markdown/tree.ts';
import type { Source } from '../../sources/index.ts';
import { loadedSources } from './loaded.ts';
import { describedSources } from '../hook/source-of.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { setUpOf } from './set-up.ts';

const Input = z.strictObject({
  /** How `setUp` is written. */
  as: z.enum(['markdown', 'html']).default('markdown'),
});

const Listed = z.object({
  name: z.string(),
  title: z.string(),
  /** What it reads. */
  sentence: z.string(),
  /** Whether it delivers by itself, to a hook; others come as files. */
  delivers: z.boolean(),
  /** What the sender calls the secret that both sides know, and whether nothing is taken without. */
  secret: z.object({ name: z.string(), isRequired: z.boolean() }).nullable(),
  /** How it is set up; null for one that the team described itself. `HOST` and `TOKEN` stand for those of the hook. */
  setUp: z.string().nullable(),
});
export type ListedSource = z.infer<typeof Listed>;
const Output = z.object({ items: z.array(Listed) });

const listed = ({ name, title, sentence, webhook }: Source, setUp: string | null): ListedSource => ({
  name,
  title,
  sentence,
  delivers: webhook !== undefined,
  secret: webhook?.secret ?? null,
  setUp,
});

const written = (page: string, as: 'markdown' | 'html'): string =>
  as === 'html' ? renderBlocks(markdownTree(page)) : page;

export const listSources: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'source.list',
  sentence: 'List the systems that evidence comes from: which deliver by themselves, and how each is set up.',
  permission: 'hook.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/sources' },
  run: async ({ config }, { as }) => ({
    items: [
      ...describedSources(config).map((source) => listed(source, null)),
      ...(await Promise.all(
        loadedSources().sources.map(async (source) => listed(source, written(await setUpOf(source.name), as))),
      )),
    ],
  }),
};
