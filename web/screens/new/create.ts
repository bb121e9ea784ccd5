import { call } from '../../api/call.ts';
import { problemText } from '../../api/problem.ts';
import { refresh } from '../../api/queries.ts';
import { say, sayProblem } from '../../parts/notices.tsx';
import { words } from '../../words/index.ts';
import type { Material } from './material.ts';
import type { Understood } from './understand.ts';

/** What a person has put right before creating it. */
export type Header = { title: string; severity: string; template: string };

type Made = { key: string };

/** Attaches an original; says so when that fails, since the incident is there already. */
async function attach(key: string, { name, bytes, ref }: Material, draft: boolean): Promise<void> {
  const fileName = name.slice(-200).trim() || ref;
  try {
    await call('evidence.add', { incident: key, name: fileName }, { body: new Blob([bytes]) });
    if (draft) await call('evidence.draft', { incident: key, evidence: ref.replace('sha256:', '') });
  } catch (error) {
    sayProblem(words.new.attachFailed(fileName, problemText(error)));
  }
}

/**
 * Creates the incident with its originals.
 * @returns its key
 * @throws Problem when nothing was created
 */
export async function create(
  { title, severity, template }: Header,
  understood: Understood | undefined,
  materials: Material[],
  progress: (text: string) => void,
): Promise<string> {
  progress(words.new.creating);
  const { incident: head = {}, ...rest } = understood?.record ?? {};
  const { severity: _, ...others } = head;
  const incident = { ...others, title, ...(severity === '' ? {} : { severity }) };
  const { key } = await call<Made>('incident.create', { template, record: { ...rest, incident } });
  const drafted = new Set(understood?.evidence.map(({ ref }) => ref));
  for (const [index, material] of materials.entries()) {
    progress(words.new.attaching(index + 1, materials.length));
    await attach(key, material, drafted.has(material.ref));
  }
  await refresh('incident.list', 'home.show');
  say(words.new.created(key));
  return key;
}
