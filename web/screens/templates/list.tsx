import { Link } from 'wouter';
import type { TemplateSummary } from '../../../src/operations/template/list.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { ButtonLink } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { told } from '../../parts/told.ts';
import { words } from '../../words/index.ts';
import { mayChange } from './may-change.ts';
import style from './templates.module.css';

function Entries({ items }: { items: TemplateSummary[] }) {
  const { templates } = words;
  return (
    <ul className={style.list}>
      {items.map(({ name, title, sentence, fields, signoff, version }) => (
        <li key={name} className={style.entry}>
          <Link href={`/templates/${encodeURIComponent(name)}`} className={style.link}>
            {title}
          </Link>{' '}
          <code className={style.quiet}>{name}</code>
          <p>{told(sentence)}</p>
          <p className={style.quiet}>
            {[
              templates.fields(fields),
              templates.signoff(signoff),
              ...(version === undefined ? [] : [templates.version(version)]),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Every template there is. */
export function List() {
  const { templates } = words;
  return (
    <Frame
      title={templates.title}
      actions={
        mayChange ? (
          <>
            <ButtonLink href="/templates?new=blank">{templates.write}</ButtonLink>
            <ButtonLink look="main" href="/templates?new=learn">
              {templates.learn}
            </ButtonLink>
          </>
        ) : undefined
      }
    >
      <Answered of={useOperation<TemplateSummary[]>('template.list')}>
        {(all) => {
          const own = all.filter(({ version }) => version !== undefined);
          return (
            <>
              <Panel title={templates.own}>
                {own.length > 0 ? (
                  <Entries items={own} />
                ) : (
                  <Empty title={templates.noOwn}>
                    <p>{mayChange ? templates.noOwnAdvice : templates.notAdmin}</p>
                  </Empty>
                )}
              </Panel>
              <Panel title={templates.builtin}>
                <Entries items={all.filter(({ version }) => version === undefined)} />
              </Panel>
            </>
          );
        }}
      </Answered>
    </Frame>
  );
}
