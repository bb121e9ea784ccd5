import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namesOf } from './names.ts';
import { peopleIn } from './people.ts';
import { redactText } from './redact-text.ts';
import { suspectsOf } from './suspects.ts';

const event = (actor: string) => ({ at: '2026-01-01T10:00Z', precision: 'instant' as const, actor, text: 'y' });

test('people are read from a field however they are written there', () => {
  const cases: [string, string[]][] = [
    ['Ann Lee, Ben & @carl', ['Ann Lee', 'Ben', '@carl']],
    ['mkowalski', ['mkowalski']],
    ['piotr kowalski', ['Piotr Kowalski']],
    ['Piotr de la Cruz', ['Piotr de la Cruz']],
    ['Piotr Kowalski - SRE', ['Piotr Kowalski']],
    ['**Piotr Kowalski** (SRE)', ['Piotr Kowalski']],
    ['[Piotr Kowalski](mailto:pkow@x.y)', ['Piotr Kowalski', 'pkow']],
    ['p.kowalski@acme.com', ['p.kowalski', 'P. Kowalski']],
    ['Piotr Kowalski <pkow@acme.com>', ['Piotr Kowalski', 'pkow']],
    ['Piotr "Pk" Kowalski', ['Piotr Kowalski', 'Pk']],
    ['田中一郎', ['田中一郎']],
    ['Kowalski, Piotr', ['Piotr Kowalski', 'Kowalski', 'Piotr']],
    ['Dr. Иван Петров', ['Иван Петров']],
    ['platform team; on-call, support@acme.com, the whole company, TBD', []],
  ];
  for (const [value, wanted] of cases) assert.deepEqual(peopleIn(value), wanted, value);
});

test('a name is known in the forms of user names, initials and other spellings', () => {
  const forms: Record<string, string> = {
    'Jane Doe': 'jdoe doej J.D. J._D. adm_jdoe adm-jdoe JDOE jane_doe janedoe',
    'Łukasz Wójcik': 'lwojcik Lukasz Wojcik',
    'Jürgen Müller': 'jmueller jmuller Mueller Muller Juergen_Mueller',
    'Jens Sørensen': 'jsoerensen jsorensen Soerensen',
    'Ludwig van Dyke': 'lvandyke ldyke Dyke L._van_Dyke',
    'Robert James Smith': 'rjsmith rsmith R._J._Smith RJ_Smith Robert_J._Smith',
    mkowalski: 'mkowalski @mkowalski',
    田中一郎: '田中一郎が 、田中さん',
  };
  for (const [name, written] of Object.entries(forms)) {
    const names = namesOf({ roles: [{ role: 'Lead', name }] }, []);
    for (const form of written.split(' ').map((one) => one.replaceAll('_', /^\w+$/.test(one) ? '_' : ' '))) {
      const { taken } = redactText(`then ${form} did it`, { names, publicHosts: [] });
      assert.ok(taken.length > 0, `${name}: ${form}`);
    }
  }
});

test('words of the language are no user names', () => {
  const names = namesOf({ roles: [{ role: 'Lead', name: 'Ian East, Al So' }] }, []);
  const text = 'as it was, i.e. also so';
  assert.equal(redactText(text, { names, publicHosts: [] }).text, text);
});

test('who stands in a field for people is asked for, whatever it looks like, unless it is a role, a team or a system', () => {
  const record = { incident: { services: 'checkout, payments' }, roles: [{ role: 'Lead Engineer' }] };
  const asked = (text: string) => {
    const suspects = suspectsOf({ ...record, actions: [{ text: 'x', owner: text }], timeline: [event(text)] });
    return ['actions[0].owner', 'timeline[0].actor'].every((place) =>
      suspects.some((one) => one.place === place && one.text === text && one.kind === 'may be a name'),
    );
  };
  const somebody =
    'piotr|mkowalski|jdoe|piotr kowalski|mkowalski (SRE)|P.K.|P. K.|田中|Will|Mark|May|June|June (SRE)|the jdoe';
  for (const text of somebody.split('|')) assert.ok(asked(text), text);
  const nobody =
    'a team member|the Lead Engineer|Platform team|SRE|on-call engineer|deploy bot|payments team|(e-mail address removed)|TBD|n/a';
  for (const text of nobody.split('|')) assert.ok(!asked(text), text);
});
