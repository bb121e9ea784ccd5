import { headingKey } from '../../markdown/heading-key.ts';
import { plainText } from '../../markdown/plain.ts';
import { areaOf } from './area.ts';
import { constantValue, resolveLabel } from './resolve-label.ts';
import { collections } from './vocabulary/collections.ts';
import { type Topic, topicOf } from './vocabulary/topics.ts';

/** A heading's topic, given the topic of the headings around it. */
export function nestTopic(title: string, outer: Topic | undefined, isFirst: boolean): Topic | undefined {
  const own = fieldTopic(title) ?? topicOf(title);
  const collection = outer?.collection;
  if (outer === undefined || collection === undefined) return inProse(title, own, outer);
  const group = collections[collection]?.group;
  if (collection === 'timeline') {
    const phase = phaseOf(title);
    return phase === undefined ? { ...outer } : { ...outer, constants: { phase: isFirst ? `${phase},*` : phase } };
  }
  if (collection === 'actions' && own !== undefined && isBesideActions(own, title)) return own;
  if (collection === 'actions') return { ...outer, constants: sliceOfActions(title) };
  if (collection === 'appendices') return appendix(title);
  if (own !== undefined && own.collection !== collection && isElsewhere(own, collection)) return own;
  if (own?.constants !== undefined) return { ...own, constants: { ...outer.constants, ...own.constants } };
  if (group === undefined) return own ?? { ...outer, known: false };
  const area = areaOf(title);
  const field = outer.constants?.[group] === undefined ? group : undefined;
  const named = /^(?:what (?:we|was) learn|general|other|key)/i.test(area) || field === undefined;
  return { ...outer, constants: { ...outer.constants, ...(named ? {} : { [field]: area }) } };
}

const header = /^(?:incident\.(?!title)|document\.|claims\.|meeting\.at$)/;

/** A heading that is a label of the header: `### Date`, `### Duration`, `### Report Status`. */
function fieldTopic(title: string): Topic | undefined {
  const key = headingKey(title);
  if (key.split(' ').length > 5 || /response|metrics|impact|systems|services|owner$/.test(key)) return undefined;
  const binding = resolveLabel(title, '', { topic: 'header', hasLengths: true });
  if (binding === undefined || binding.constants !== '' || !header.test(binding.path)) return undefined;
  const isEdge = binding.path === 'incident.start' || binding.path === 'incident.end';
  if (isEdge && !/time|date|start|begin|\bend|when/.test(key)) return undefined;
  return { name: 'field', prose: binding.path, known: true };
}

/** Under a heading that asks for prose: its own meaning, told apart from the same words elsewhere. */
function inProse(title: string, own: Topic | undefined, outer: Topic | undefined): Topic | undefined {
  const key = headingKey(title);
  if (
    outer?.name === 'impact' &&
    own?.name === 'impact' &&
    !/^(?:overall |total )?(?:impact|scope)$|ative impact$/.test(key)
  )
    return undefined;
  if (/\bwhys\b/i.test(title)) return { name: 'whys', collection: 'whys', known: true };
  if (outer?.name === 'resolution' && own?.collection === 'actions')
    return { name: 'steps', collection: 'steps', prose: 'resolution.text', known: true };
  if (outer?.name === 'appendices' && /^[A-Z]\.\s/.test(title)) return appendix(title);
  if (outer?.name === 'rootCause' && own?.name === 'what') return { ...own, prose: 'rootCause.whatHappened' };
  if (outer?.name === 'rootCause' && /^(?:evidence|data|logs?)$/.test(key))
    return { name: 'evidence', prose: 'rootCause.evidence', known: true };
  if (outer?.name === 'rootCause' && own?.name === 'why')
    return { name: 'reasons', collection: 'reasons', prose: 'rootCause.primary', known: true };
  if (headingKey(outer?.name ?? '').startsWith('append') || outer?.name === 'appendices') return own ?? appendix(title);
  if (own?.collection === 'appendices') return appendix(title);
  if (own === undefined && /^append(?:ix|ices)/.test(key)) return { name: 'appendices', known: true };
  return own;
}

const appendix = (title: string): Topic => ({
  name: 'appendix',
  prose: 'appendices.text',
  collection: 'appendices',
  constants: { title: constantValue(title).replace(/^[A-Z]\.\s+/, '') },
  known: true,
});

/** What may stand below `Follow-up` or `Actions` and is no list of actions. */
const besideActions = new Set(
  [
    'reviews',
    'criteria',
    'meeting',
    'meetingNotes',
    'prevention',
    'followUps',
    'followUpMetrics',
    'links',
    'roles',
  ].concat(['attendees', 'wentWell', 'wentWrong', 'lessons', 'communications', 'related', 'signoffs']),
);

/** Under a list of actions, only a heading that says so is about prevention: `Process improvements` are actions. */
function isBesideActions(own: Topic, title: string): boolean {
  return besideActions.has(own.name) && (own.name !== 'prevention' || /prevent|recurrence/i.test(title));
}

/** Is a heading below a collection one of its areas, or something of its own (`Lessons` > `What went well`)? */
function isElsewhere(own: Topic, collection: string): boolean {
  if (collection === 'wentWell' || collection === 'wentWrong')
    return ['wentWell', 'wentWrong', 'lessons', 'actions'].includes(own.name);
  if (collection === 'prevention')
    return [
      'actions',
      'roles',
      'attendees',
      'links',
      'related',
      'signoffs',
      'wentWell',
      'wentWrong',
      'lessons',
      'timeline',
    ].includes(own.name);
  return !['technical', 'business', 'team', 'communications'].includes(own.name);
}

/** The phase a heading of a timeline names. */
function phaseOf(title: string): string | undefined {
  const key = headingKey(title);
  const found: [RegExp, string][] = [
    [/^detect|discover|^identif|trigger/, 'detection'],
    [/investigat|diagnos|triage|escalat|analysis/, 'investigation'],
    [/mitigat|contain|^response|fix/, 'mitigation'],
    [/recover|resol|restor|closure/, 'recovery'],
  ];
  return found.find(([pattern]) => pattern.test(key))?.[1];
}

/** `Priority: HIGH` is a priority, `Immediate (within 24 hours)` a horizon, any other heading the kind of its actions. */
function sliceOfActions(title: string): { [field: string]: string } {
  const plain = plainText(title).replace(/\([^()]{0,120}\)/g, ' ');
  const priority =
    /priority\s*:?\s*(\p{L}+|\d)|^[^\p{L}]*(critical|high|medium|low|p\d)(?: priority)?\b(?!.?term)/iu.exec(plain);
  if (priority !== null) return { priority: (priority[1] ?? priority[2] ?? '').toLowerCase() };
  const horizon = /immediate|(?:short|medium|mid|long|near)[ -]term|within/i.exec(plain);
  if (horizon !== null) return { horizon: capital(horizon[0].replace(/ term/i, '-term')) };
  if (/^actions?\b|^(?:action )?items?\b|follow ?ups?$/i.test(headingKey(title))) return {};
  return { kind: areaOf(title) };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
