import { actionState } from '../../figures/action-state.ts';
import type { Policy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { Span } from './signs.ts';

/** Words of something by which one could get in, or that nothing holds. */
const weakness =
  /\b(?:vulnerab\w*|CVE-\d|exploit\w*|unpatched|unauthenticated|unauthori[sz]ed|unencrypted|unprotected|plain ?text|hard-?coded|default (?:passwords?|credentials?)|injections?|XSS|CSRF|SSRF|RCE|privilege escalation|bypass\w*|expos(?:ed|ure|es|ing)|(?:publicly|world)[ -](?:accessible|readable|reachable|writable)|open (?:ports?|buckets?|relays?)|leak(?:s|ed|ing)? (?:of )?(?:secrets?|keys?|credentials?|tokens?|data)|weak (?:passwords?|ciphers?|encryption)|end of life|(?:no|without|missing|lacks?|lacking|absent) (?:\w+ ){0,2}(?:auth\w*|encryption|MFA|2FA|validation|rate limit\w*|firewalls?|backups?|access controls?|permission checks?|saniti[sz]\w*|TLS|audit\w*)|(?:add|enable|enforce|rotate|restrict|revoke|patch|upgrade|require|disable|close) (?:\w+ ){0,4}(?:MFA|2FA|auth\w*|encryption|credentials?|secrets?|keys?|passwords?|tokens?|TLS|firewalls?|permissions?|access|ports?|validation|rate limit\w*|backups?|certificates?|openssl|log4j))\b/i;
const stillOpen =
  /\b(?:still|not yet|remains?|until (?:then|that)|has not been|have not been|hasn['’]t|haven['’]t|is not (?:fixed|patched|closed)|to be (?:fixed|patched|closed)|will be (?:fixed|patched|closed)|planned|currently|at present)\b/i;
const sentence = /(?:[^.!?\n]|[.!?](?=\S)){1,1000}[.!?]?/g;

/** Sentences of a text that say that a weakness is not closed yet. */
export const openWeaknessesIn = (text: string): Span[] =>
  [...text.matchAll(sentence)]
    .filter(([words]) => stillOpen.test(words) && weakness.test(words))
    .map(({ 0: words, index }) => ({
      kind: 'says that a weakness is still open',
      from: index + words.length - words.trimStart().length,
      to: index + words.length,
    }));

/** Work that is not done and names what it would close: who reads it knows what is open today. */
export function openWork({ actions, prevention, improvements }: PostmortemRecord, policy: Policy): Set<string> {
  const places: [string, string | undefined, boolean][] = [
    ...(actions ?? []).flatMap((action, index): [string, string | undefined, boolean][] => {
      const state = actionState(action, policy);
      const isOpen = state === undefined || state === 'open';
      return [
        [`actions[${index}].text`, action.text, isOpen],
        [`actions[${index}].verification`, action.verification, isOpen],
      ];
    }),
    ...(prevention ?? []).map(({ text, done, state }, index): [string, string | undefined, boolean] => [
      `prevention[${index}].text`,
      text,
      done !== true && !/^(?:implemented|done)$/i.test(state ?? ''),
    ]),
    ...(improvements ?? []).map(({ text }, index): [string, string | undefined, boolean] => [
      `improvements[${index}].text`,
      text,
      true,
    ]),
  ];
  return new Set(places.flatMap(([place, text, isOpen]) => (isOpen && weakness.test(text ?? '') ? [place] : [])));
}
