import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDurations } from '../../values/duration.ts';
import { saysHowLong } from './spoken-length.ts';

const says = (text: string): boolean =>
  saysHowLong({ figure: 'duration', text, unit: 'seconds', value: findDurations(text)[0]?.seconds ?? 0 });

test('a clause that says how long something failed is read, whatever the rest of the sentence tells', () => {
  assert.ok(
    says('Search returned no hits for 25 minutes after a bad index had been uploaded, and only mail warned us.'),
  );
  assert.ok(says('For 35 minutes nobody could print a label.'));
  assert.ok(says('The queue accepts everything, so a third of all orders failed for roughly 20 minutes.'));
  assert.ok(says('It took us half an hour to fix once the first till had stopped.'));
});

test('how long somebody watched, waited or kept a thing is no length of a failure', () => {
  assert.ok(!says('We monitored the errors for 30 minutes.'));
  assert.ok(!says('Clients retry failed calls for 24 hours.'));
  assert.ok(!says('We took the shop offline for 3 hours.'));
  assert.ok(!says('Errors went on for 20 minutes after the rollback.'));
  assert.ok(!says('The team met for 20 minutes.'));
});

test('a part of the time or of the things, a bound and an offset are none either', () => {
  assert.ok(!says('Each login failed for 20 minutes.'));
  assert.ok(!says('Some shops were down for 20 minutes.'));
  assert.ok(says('Some users saw errors for 20 minutes.'));
  assert.ok(!says('Logins failed for at most 20 minutes.'));
  assert.ok(!says('Logins failed, 20 minutes after the deploy.'));
  assert.ok(!says('The rollback took 20 minutes to finish.'));
});
