import type { ListedSource } from '../../../../src/operations/source/list.ts';
import { words } from '../../../words/incoming.ts';
import style from './hooks.module.css';

/** The steps of a source's page, with this server's address in them, or the hook's own where it is known. */
function stepsOf({ setUp, name }: ListedSource, address: string | undefined): string {
  const whole = `https://HOST/hooks/${name}/TOKEN`;
  return (setUp ?? '').replaceAll(whole, address ?? `${location.origin}/hooks/${name}/TOKEN`);
}

/** How the sender is told of the hook. */
export function SetUp({ source, address }: { source: ListedSource; address?: string | undefined }) {
  if (source.setUp === null) return <p>{words.hooks.own}</p>;
  // The server's own pages, made safe by it; nobody else writes them.
  return <div className={style.setUp} dangerouslySetInnerHTML={{ __html: stepsOf(source, address) }} />;
}
