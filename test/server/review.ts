import { type Caller, type TestServer, testServer } from './server.ts';
import type { Surroundings } from '../../src/http/surroundings.ts';
import { makeSigner } from '../../src/ledger/note/keys.ts';
import { compileTemplate } from '../../src/templates/index.ts';

const source = `---
name: small
signoff: [Author, Approver]
required: [summary.text]
---
# {{incident.title}}

## Summary

{{summary.text}}

## Timeline

| Time | Event |
|------|-------|
| {{timeline.time}} | {{timeline.text}} |

## Sign-off

| Role | Name | Signature | Date |
|------|------|-----------|------|
| {{signoffs.role}} | {{signoffs.name}} | {{signoffs.signature}} | {{signoffs.date}} |
`;

/** A server with one small template that two roles sign, and a signing key. */
export async function reviewServer(head = source, over: Partial<Surroundings> = {}): Promise<TestServer> {
  const template = compileTemplate(head);
  const server = await testServer({ templates: async () => [template], ...over });
  const { text, verifier } = makeSigner('test.example/ledger');
  const row = { id: 'test', verifier: verifier.text, private_key: text, created_at: server.around.now() };
  await server.around.database.kysely
    .insertInto('signing_key')
    .values({ ...row, announcement: null })
    .execute();
  return server;
}

/** The small template with one more line in its head. */
export const smallTemplate = (line: string): string => source.replace('name: small', `name: small\n${line}`);

/** A new incident that nothing blocks; its address. */
export async function readyIncident(by: Caller): Promise<string> {
  const record = { summary: { text: 'Orders failed for an hour.' }, incident: { title: 'Checkout down' } };
  const created = await by.call('POST', '/incidents', { record, template: 'small' });
  return `/incidents/${created.json['id']}`;
}

/** Prepares and signs as somebody without a passkey; the last answer. */
export async function signAs(by: Caller, incident: string, role: string) {
  const prepared = await by.call('POST', `${incident}/signoffs/prepare`, { role });
  if (prepared.status !== 200) return prepared;
  return by.call('POST', `${incident}/signoffs`, { statement: prepared.json['statement'] });
}
