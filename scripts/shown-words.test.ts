import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownWordsIn } from './shown-words.ts';

const found = (source: string, file = 'web/screens/home/index.tsx') =>
  ownWordsIn(file, source).map(({ line, message }) => `${line} ${/“(.*)”/.exec(message)?.[1]}`);

test('texts between tags, in what is read out, in notices and titles are found, whatever stands around them', () => {
  const source = `
const a = <p title="Close" aria-label={open ? 'Fold' : \`Unfold \${n}\`}>Hello {n > 1 ? 'many' : 'one'} {n && 'more'}</p>;
const b = <Field label="Name" hint={'Yours'} placeholder="you" />;
say('Gone');
document.title = 'Home';
const c = { title: 'Owner', key: 'owner' };
const d = \`\${time} UTC\`;
const e = ['It went wrong'];
`;
  assert.deepEqual(found(source), [
    '2 Close',
    '2 Fold',
    '2 Unfold',
    '2 Hello',
    '2 many',
    '2 one',
    '2 more',
    '3 Name',
    '3 Yours',
    '3 you',
    '4 Gone',
    '5 Home',
    '6 Owner',
    '7 UTC',
    '8 It went wrong',
  ]);
});

test('words of the catalogue, marks, names of fields, selectors and errors for developers are none', () => {
  const source = `
import { words } from '../../words/index.ts';
type Look = 'quiet loud' | 'plain';
const a = <p className={style.a} title={words.x} data-part="summary text">◴ {words.home.title('x')} · {kind === 'day'}</p>;
const b = element.querySelector('main button');
throw new Error('there is no place');
`;
  assert.deepEqual(found(source), []);
  assert.deepEqual(found(`export const x = { title: 'Home' };`, 'web/words/home.ts'), []);
});
