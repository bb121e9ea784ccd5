/** The library of passkeys, loaded when somebody uses one: it takes 25 MB and a tenth of a second, and most starts need it late. */
export const webAuthn = () => import('@simplewebauthn/server');
