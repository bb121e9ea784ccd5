import type { Configuration } from 'openid-client';
import type { Identity } from '../../operations/sessions/identity-person.ts';
import type { OidcSettings } from '../access-settings.ts';

/** What has to come back from the provider, and what only we know of it. */
export type Journey = { state: string; nonce: string; verifier: string };

/** An identity provider, as the authorization code flow of OpenID Connect with PKCE sees it. */
export type Provider = {
  /** A new journey, and where it begins. @throws when the provider cannot be reached */
  begin: () => Promise<{ journey: Journey; address: URL }>;
  /** Who came back, from the address the browser was sent to. @throws when the answer is not of this journey */
  finish: (journey: Journey, address: URL) => Promise<Identity>;
};

const timeoutSeconds = 10;

/** Loaded with the first sign-in by a provider: most servers have none. */
const library = () => import('openid-client');

async function configure({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  // Settings let plain http through for this machine only.
  const { allowInsecureRequests, discovery } = await library();
  const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
  return discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: timeoutSeconds });
}

/** Claims that matter, of the ID token and, where that is short, of the user info. */
type Claims = { sub: string; email?: unknown; email_verified?: unknown; name?: unknown };

function identityOf(issuer: string, { sub, email, email_verified: verified, name }: Claims): Identity {
  return {
    issuer,
    subject: sub,
    ...(typeof email === 'string' && verified === true ? { email } : {}),
    ...(typeof name === 'string' && name.trim() !== '' ? { name: name.trim() } : {}),
  };
}

/** Reads the provider's own description once, at the first use; a failure is tried again the next time. */
export function provider(settings: OidcSettings, callback: string): Provider {
  let known: Promise<Configuration> | undefined;
  const configuration = () => {
    known ??= configure(settings).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    begin: async () => {
      const config = await configuration();
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, ...fresh } = await library();
      const { randomNonce, randomPKCECodeVerifier, randomState } = fresh;
      const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid email profile',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
      });
      return { journey, address };
    },
    finish: async ({ state, nonce, verifier }, address) => {
      const config = await configuration();
      const { authorizationCodeGrant, fetchUserInfo } = await library();
      const tokens = await authorizationCodeGrant(config, address, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('the provider sent no ID token');
      const more = claims['email'] === undefined ? await fetchUserInfo(config, tokens.access_token, claims.sub) : {};
      return identityOf(claims.iss, { ...more, ...claims });
    },
  };
}
