import type { Client } from '@modelcontextprotocol/client';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Caller, TestServer } from '../server/server.ts';
import type { Connect, Era } from './connect.ts';

type Row = Record<string, unknown>;

const textOf = (result: Awaited<ReturnType<Client['callTool']>>): string =>
  result.content.map((block) => (block.type === 'text' ? block.text : '')).join('');

const dataOf = (result: Awaited<ReturnType<Client['callTool']>>): Row => {
  assert.notEqual(result.isError, true, textOf(result));
  return result.structuredContent as Row;
};

const event = { at: '2026-01-01T10:00Z', precision: 'instant', text: 'Paged Ben' };

async function created(by: Caller, title = `Checkout ${randomUUID()}`): Promise<string> {
  const { json } = await by.call('POST', '/incidents', { title, record: { summary: { text: 'Nobody could pay.' } } });
  return `INC-${String((json as unknown as { number: number }).number)}`;
}

/** Everything that an agent meets, by one way in and in one era of the protocol; `subscribes` where changes can be told. */
export function mcpContract(
  name: string,
  server: TestServer,
  { connect, era, subscribes }: { connect: Connect; era: Era; subscribes: boolean },
): void {
  const use = async (caller: Caller, work: (client: Client) => Promise<void>, tools?: string) => {
    const client = await connect(caller, era, tools);
    try {
      await work(client);
    } finally {
      await client.close();
    }
  };

  test(`${name}: tools are listed, called, and answer as their schemas say`, async () => {
    const agent = await server.token('editor');
    const key = await created(agent);
    await use(agent, async (client) => {
      const { tools } = await client.listTools();
      assert.ok(tools.some((tool) => tool.name === 'timeline_add'));
      assert.match(client.getInstructions() ?? '', /never sign/);
      // The client checks structured answers with the schemas that it was given.
      const added = dataOf(await client.callTool({ name: 'timeline_add', arguments: { incident: key, entry: event } }));
      assert.equal(typeof added['id'], 'string');
      const reading: [string, Row][] = [
        ['incident_show', { incident: key }],
        ['incident_list', { limit: 5 }],
        ['search_find', { words: 'pay' }],
        ['action_list', {}],
        ['comment_list', { incident: key }],
        ['proposal_list', { incident: key }],
        ['lifecycle_gate', { incident: key }],
        ['evidence_list', { incident: key, detached: true }],
        ['incident_history', { incident: key }],
        ['people_self', {}],
      ];
      for (const [tool, given] of reading) {
        const result = await client.callTool({ name: tool, arguments: given });
        dataOf(result);
        assert.doesNotMatch(JSON.stringify(result), /"says"/, tool);
      }
      const shown = await client.callTool({ name: 'incident_show', arguments: { incident: key } });
      assert.match(textOf(shown), /Nobody could pay\./);
      const document = await client.callTool({ name: 'incident_document', arguments: { incident: key } });
      assert.match(textOf(document), /Nobody could pay\.[^]*Paged Ben/);
      const templates = await client.callTool({ name: 'template_list', arguments: {} });
      assert.match(textOf(templates), /enterprise/);
    });
    const { json } = await agent.call('GET', `/incidents/${key}/history`);
    assert.match(JSON.stringify(json), /token:/);
  });

  test(`${name}: what the model can mend is a result, what it cannot is an error`, async () => {
    const agent = await server.token('editor');
    const key = await created(agent);
    await use(agent, async (client) => {
      const failing = async (tool: string, given: Row) => {
        const result = await client.callTool({ name: tool, arguments: given });
        assert.equal(result.isError, true, tool);
        return textOf(result);
      };
      assert.match(await failing('incident_show', { incident: 'INC-999999' }), /^incident\.not-found: /);
      assert.match(await failing('timeline_add', { incident: key, entry: { at: 5 } }), /^input\.invalid: .*entry/);
      assert.match(await failing('timeline_add', { incident: key, entry: event, more: 1 }), /^input\.invalid: /);
      const set = { incident: key, part: 'summary', seen: 1 };
      dataOf(await client.callTool({ name: 'record_set', arguments: { ...set, set: { text: 'One.' } } }));
      const conflict = await failing('record_set', { ...set, set: { text: 'Two.' } });
      assert.match(conflict, /^record\.conflict: [^]*yours: Two\.[^]*theirs: One\./);
      await assert.rejects(client.listResources({ cursor: 'nonsense' }), /page\.cursor/);
      await assert.rejects(client.callTool({ name: 'signoff_sign', arguments: {} }), /there is no tool signoff_sign/);
      await assert.rejects(client.callTool({ name: 'lifecycle_approve', arguments: { incident: key } }), /no tool/);
    });
  });

  test(`${name}: with a token that may only propose a write waits for a person`, async () => {
    const ann = await server.person('editor', 'Ann');
    const agent = await server.token('editor', ['incident.see', 'incident.propose', 'people.see', 'comment.add']);
    const key = await created(ann);
    await use(agent, async (client) => {
      const { tools } = await client.listTools();
      assert.match(tools.find((tool) => tool.name === 'timeline_add')?.description ?? '', /^Propose/);
      const given = { incident: key, entry: event, why: 'The pager log says so.' };
      const { id, state } = dataOf(await client.callTool({ name: 'timeline_add', arguments: given }));
      assert.equal(state, 'open');
      const before = await client.callTool({ name: 'incident_document', arguments: { incident: key } });
      assert.doesNotMatch(textOf(before), /Paged Ben/);
      const accepted = await ann.call('POST', `/incidents/${key}/proposals/${String(id)}/accept`);
      assert.equal(accepted.status, 200, accepted.text);
      const after = await client.callTool({ name: 'incident_document', arguments: { incident: key } });
      assert.match(textOf(after), /Paged Ben/);
    });
  });

  test(`${name}: all tools come page by page`, async () => {
    const agent = await server.token('admin');
    await use(
      agent,
      async (client) => {
        const names = new Set<string>();
        let cursor: string | undefined;
        let pages = 0;
        do {
          const page = await client.listTools(cursor === undefined ? {} : { cursor });
          for (const tool of page.tools) names.add(tool.name);
          cursor = page.nextCursor;
          pages += 1;
          // The library reads all pages at once when no cursor is given.
        } while (cursor !== undefined && pages < 20);
        assert.ok(names.size > 200, `${names.size} tools`);
      },
      'all',
    );
  });

  test(`${name}: resources are listed, read and completed`, async () => {
    const agent = await server.token('editor');
    const title = `Zebra ${randomUUID()}`;
    const key = await created(agent, title);
    await agent.call('POST', `/incidents/${key}/timeline`, { entry: event });
    await use(agent, async (client) => {
      const { resources } = await client.listResources();
      assert.ok(
        resources.some((resource) => resource.uri === `hindcast://incident/${key}` && resource.title === title),
      );
      const { resourceTemplates } = await client.listResourceTemplates();
      assert.equal(resourceTemplates.length, 5);
      const read = async (uri: string) => {
        const [first] = (await client.readResource({ uri })).contents;
        return first !== undefined && 'text' in first ? first.text : '';
      };
      assert.match(await read(`hindcast://incident/${key}`), /Nobody could pay\./);
      const timeline = JSON.parse(await read(`hindcast://incident/${key}/timeline`)) as { events: Row[] };
      assert.deepEqual([timeline.events[0]?.['text'], typeof timeline.events[0]?.['id']], ['Paged Ben', 'string']);
      assert.deepEqual(JSON.parse(await read(`hindcast://incident/${key}/evidence`)), { items: [] });
      assert.equal((JSON.parse(await read(`hindcast://incident/${key}/record`)) as Row)['key'], key);
      assert.match(await read('hindcast://template/enterprise'), /\{\{/);
      for (const uri of ['hindcast://incident/INC-999999', 'hindcast://nothing/1', 'file:///etc/passwd'])
        await assert.rejects(client.readResource({ uri }), uri);
      const uri = 'hindcast://incident/{incident}';
      const complete = async (value: string) =>
        (await client.complete({ ref: { type: 'ref/resource', uri }, argument: { name: 'incident', value } }))
          .completion.values;
      assert.deepEqual(await complete(title), [key]);
      assert.ok((await complete(key.slice(0, 5))).includes(key));
    });
  });

  test(`${name}: prompts bring their incident along, and the rules`, async () => {
    const agent = await server.token('editor');
    const key = await created(agent);
    await use(agent, async (client) => {
      const { prompts } = await client.listPrompts();
      assert.deepEqual(
        prompts.map((prompt) => prompt.name),
        ['draft', 'five-whys', 'review'],
      );
      for (const { name: prompt } of prompts) {
        const { messages } = await client.getPrompt({ name: prompt, arguments: { incident: key } });
        const whole = JSON.stringify(messages);
        assert.match(whole, /Nobody could pay\./);
        assert.match(whole, /Never invent/);
      }
      await assert.rejects(client.getPrompt({ name: 'draft', arguments: { incident: 'INC-999999' } }), /no incident/);
      await assert.rejects(client.getPrompt({ name: 'nothing', arguments: { incident: key } }), /no prompt/);
    });
  });

  test(`${name}: a call tells its progress, and one that is cancelled leaves the rest alone`, async () => {
    const agent = await server.token('editor');
    const key = await created(agent);
    await use(agent, async (client) => {
      const told: string[] = [];
      const call = { name: 'incident_document', arguments: { incident: key } };
      await client.callTool(call, { onprogress: ({ message }) => told.push(message ?? '') });
      assert.deepEqual(told, ['incident.document began']);
      const stop = new AbortController();
      const cancelled = client.callTool(call, { signal: stop.signal });
      stop.abort(new Error('not wanted any more'));
      await assert.rejects(cancelled, /not wanted any more/);
      assert.match(textOf(await client.callTool(call)), /Nobody could pay\./);
    });
  });

  if (!subscribes) return;
  test(`${name}: a change is told to who asked for it`, async () => {
    const agent = await server.token('editor');
    const key = await created(agent);
    const uri = `hindcast://incident/${key}/timeline`;
    await use(agent, async (client) => {
      const told: string[] = [];
      const updated = new Promise<void>((resolve) => {
        client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
          told.push(params.uri);
          resolve();
        });
      });
      if (era === '2026') await client.listen({ resourceSubscriptions: [uri] });
      else await client.subscribeResource({ uri });
      // What is told may begin a moment after it was asked for, so the change is made until it is.
      while (told.length === 0) {
        await agent.call('POST', `/incidents/${key}/timeline`, { entry: event });
        await Promise.race([updated, new Promise((resolve) => setTimeout(resolve, 300))]);
      }
      assert.deepEqual([...new Set(told)], [uri]);
    });
  });
}
