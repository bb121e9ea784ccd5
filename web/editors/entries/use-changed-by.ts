import { useCallback, useEffect, useState } from 'react';
import { ownActor, readActor } from '../../api/actor.ts';
import { onChange } from '../../api/feed.ts';
import { useOperation } from '../../api/queries.ts';
import { words } from '../../words/index.ts';
import { shownNow } from '../saving/expected.ts';

/** A change by somebody else is marked so long. */
const markedMs = 6000;

type Mark = { id: string; actor: string };

/** Who else changed an entry just now, by its id. */
export function useChangedBy(incident: string, collection: string): (id: string) => string | undefined {
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const people = useOperation<{ items: { id: string; name: string }[] }>('people.list', {}, marks.length > 0);
  useEffect(
    () =>
      onChange(({ incident: about, actor, subject }) => {
        const [key, id] = subject.split('/');
        if (key !== collection || id === undefined || actor === ownActor) return;
        if (about !== incident && about !== shownNow(incident)?.id) return;
        const mark = { id, actor };
        setMarks((before) => [...before.filter((other) => other.id !== id), mark]);
        setTimeout(() => setMarks((before) => before.filter((other) => other !== mark)), markedMs);
      }),
    [incident, collection],
  );
  const names = people.data?.items;
  return useCallback(
    (id: string) => {
      // Entries that came together are named by what their ids begin with.
      const mark = id === '' ? undefined : marks.find((each) => each.id === id || id.startsWith(`${each.id}-`));
      if (mark === undefined) return undefined;
      const { kind, id: actor } = readActor(mark.actor);
      if (kind !== 'person') return words.editors.program;
      return names?.find((person) => person.id === actor)?.name ?? words.editors.somebody;
    },
    [marks, names],
  );
}
