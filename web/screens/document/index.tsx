import { useCallback, useEffect, useMemo, useState } from 'react';
import { useParams } from 'wouter';
import type { Shown } from '../../../src/operations/incident/show.ts';
import type { Layout } from '../../../src/templates/layout/layout.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { words } from '../../words/index.ts';
import { Document } from './document.tsx';
import { spokenLayout } from './spoken-layout.ts';

/** The layout in the words of the language, the same as long as the answer is the same. */
function Laid({ layout, ...rest }: Parameters<typeof Document>[0]) {
  const spoken = useMemo(() => spokenLayout(layout), [layout]);
  return <Document layout={spoken} {...rest} />;
}

function Found({ shown }: { shown: Shown }) {
  const [chosen, setChosen] = useState<string>();
  const name = chosen ?? shown.template;
  const layout = useOperation<Layout>('template.layout', { name });
  const title = shown.record.incident?.title ?? words.document.untitled;
  useEffect(() => {
    document.title = words.shell.title(`${shown.key} ${title}`);
  }, [shown.key, title]);
  const chooseTemplate = useCallback(
    (other: string) => setChosen(other === shown.template ? undefined : other),
    [shown.template],
  );
  return <Answered of={layout}>{(answer) => <Laid {...{ shown, layout: answer, chooseTemplate }} />}</Answered>;
}

/** The document of an incident. */
export function Screen() {
  const { incident = '' } = useParams<{ incident: string }>();
  const shown = useOperation<Shown>('incident.show', { incident });
  const { data } = shown;
  if (data !== undefined) return <Found key={data.id} shown={data} />;
  return (
    <Frame title={incident}>
      <Answered of={shown}>{() => null}</Answered>
    </Frame>
  );
}
