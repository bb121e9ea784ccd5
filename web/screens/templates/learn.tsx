import { useState } from 'react';
import type { Learned } from '../../../src/templates/learn/learn.ts';
import { useChange } from '../../api/queries.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { TextArea, TextField } from '../../parts/field.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { words } from '../../words/index.ts';
import { Editor } from './editor.tsx';
import { Proposals } from './proposals.tsx';
import style from './templates.module.css';

/** The learned template without the places of some paths. */
function without(template: string, paths: ReadonlySet<string>): string {
  let text = template;
  for (const path of paths) text = text.replaceAll(`{{${path}}}`, '');
  return text;
}

/** From a pasted document to a template: paste, choose among what was proposed, then write on. */
export function Learn() {
  const { templates } = words;
  const [name, setName] = useState('');
  const [source, setSource] = useState('');
  const [learned, setLearned] = useState<Learned>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [ready, setReady] = useState(false);
  const { attempt, busy, problem } = useChange<Learned>('template.learn');
  if (learned !== undefined && ready)
    return <Editor title={templates.newTitle} start={without(learned.template, left)} />;
  const propose = async () => setLearned(await attempt({ source, name: name.trim() }));
  return (
    <Frame title={templates.learnTitle} actions={<ButtonLink href="/templates">{templates.back}</ButtonLink>}>
      {learned === undefined ? (
        <form
          className={style.form}
          onSubmit={(event) => {
            event.preventDefault();
            void propose();
          }}
        >
          <p>{templates.learnText}</p>
          <TextField
            label={templates.learnName}
            hint={templates.learnNameHint}
            required
            pattern="[a-z0-9][a-z0-9\-]*"
            maxLength={60}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <TextArea
            label={templates.learnSource}
            required
            rows={16}
            spellCheck={false}
            value={source}
            onChange={({ target }) => setSource(target.value)}
          />
          {problem === null ? null : <ProblemPanel problem={problem} />}
          <Button type="submit" look="main" busy={busy}>
            {templates.propose}
          </Button>
        </form>
      ) : (
        <Proposals {...{ learned, left, setLeft }} goOn={() => setReady(true)} />
      )}
    </Frame>
  );
}
