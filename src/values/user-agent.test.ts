import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { readUserAgent } from './user-agent.ts';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test('browsers are named by what they are, not by those they call themselves too', () => {
  const chrome = `${mozilla} (X11; Linux x86_64) ${webkit} Chrome/141.0.0.0 Safari/537.36`;
  deepEqual(readUserAgent(chrome), { program: 'Chrome', system: 'Linux' });
  deepEqual(readUserAgent(`${chrome} Edg/141.0.0.0`), { program: 'Edge', system: 'Linux' });
  const phone = `${mozilla} (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${webkit} Version/19.0 Mobile/15E148 Safari/604.1`;
  deepEqual(readUserAgent(phone), { program: 'Safari', system: 'iOS' });
  const tablet = `${mozilla} (Linux; Android 16) ${webkit} Chrome/141.0.0.0 Safari/537.36`;
  deepEqual(readUserAgent(tablet), { program: 'Chrome', system: 'Android' });
});

test('another program keeps the beginning of its name; one without a name has none', () => {
  deepEqual(readUserAgent('curl/8.5.0'), { program: 'curl/8.5.0' });
  deepEqual(readUserAgent('x'.repeat(200)), { program: 'x'.repeat(60) });
  deepEqual(readUserAgent(''), {});
});

test('a browser on a system without a name is the browser alone', () => {
  deepEqual(readUserAgent(`${mozilla} (Haiku) Gecko/20100101 Firefox/140.0`), { program: 'Firefox' });
});
