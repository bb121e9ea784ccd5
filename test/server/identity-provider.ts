import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { Provider } from 'oidc-provider';

/** An account at the provider: its id, and what it says of itself. */
export type Account = { sub: string; email?: string; email_verified?: boolean; name?: string };

/** A running identity provider. Whoever arrives is signed in there as `account`. */
export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  account: Account;
  /** Goes there as a browser does, from the address it was sent to, and gives the address it is sent back to. */
  visit: (address: string) => Promise<string>;
};

/** Starts `oidc-provider` on a free port, with one client that is sent back to `callback`. */
export async function identityProvider(callback: string): Promise<IdentityProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => server.close());
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = 'hindcast';
  const clientSecret = 'a-secret-of-forty-letters-for-the-tests!';
  const self: IdentityProvider = { issuer, clientId, clientSecret, account: { sub: 'nobody' }, visit };
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['one key'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...self.account, sub }) }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId, accountId: context.oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: self.account.sub } });
  });
  return self;

  async function visit(address: string): Promise<string> {
    const cookies = new Map<string, string>();
    let next = address;
    for (let hops = 0; next.startsWith(issuer) && hops < 10; hops += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
      next = new URL(location, next).href;
    }
    return next;
  }
}
