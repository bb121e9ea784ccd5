import type { Page } from 'playwright-core';
import type { Caller } from '../server/server.ts';
import { smallTemplate } from '../server/review.ts';
import { type Browsing, browsing } from './browse.ts';

/** A server with the small template that two roles sign, an owner, and a ledger that is numbered and sealed while it runs. */
export type Reviewing = Browsing & { owner: Caller };

/** Starts it for the tests of one file, at its top; the reason when there is no Chromium. */
export async function reviewing(): Promise<Reviewing | { reason: string }> {
  const started = await browsing();
  if ('reason' in started) return started;
  const { server } = started;
  const owner = await server.person('owner', 'Olga Owner');
  await owner.call('POST', '/templates', { source: smallTemplate('signoffBySamePerson: false') });
  return { ...started, owner };
}

/** Gives a page an authenticator that says yes, as a fingerprint reader would. */
export async function addAuthenticator(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('WebAuthn.enable');
  await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What a page complained of: errors of scripts, and what the browser wrote as such. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}
