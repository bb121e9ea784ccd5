import { useParams, useSearchParams } from 'wouter';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { words } from '../../words/index.ts';
import { Editor } from './editor.tsx';
import { Learn } from './learn.tsx';
import { List } from './list.tsx';

type Shown = { name: string; source: string; version?: number; archived?: boolean };

function One({ name }: { name: string }) {
  return (
    <Answered of={useOperation<Shown>('template.show', { name })}>
      {({ source, version, archived }) => (
        <Editor
          key={`${name} ${version ?? ''}`}
          title={name}
          start={source}
          readOnly={version === undefined || archived === true}
          {...(version === undefined ? {} : { kept: { name, version } })}
        />
      )}
    </Answered>
  );
}

/** All templates, one of them, or a new one, as the address says. */
export function Screen() {
  const { name } = useParams<{ name?: string }>();
  const [params] = useSearchParams();
  if (name !== undefined) return <One name={name} />;
  const wanted = params.get('new');
  if (wanted === 'learn') return <Learn />;
  if (wanted === 'blank') return <Editor title={words.templates.newTitle} start={words.templates.starter('my-team')} />;
  return <List />;
}
