import type { CompleteRequest, CompleteResult } from '@modelcontextprotocol/server';
import { listIncidents } from '../operations/incident/list.ts';
import { dataOf, type Desk } from './desk.ts';
import { templateList } from './offered.ts';

/** Values that one answer may have, as the protocol sets it. */
const mostValues = 100;

/** Keys of incidents that begin with what was typed, or whose title has its words; the newest first. */
async function incidentKeys(desk: Desk, typed: string): Promise<string[]> {
  const isKey = /^(?:i|in|inc|inc-\d*|\d+)$/i.test(typed);
  const input = typed === '' || isKey ? { limit: 200 } : { limit: mostValues, title: typed };
  const { items } = await dataOf<{ items: { key: string }[] }>(desk, listIncidents, input);
  const begun = (/^\d/.test(typed) ? `INC-${typed}` : typed).toUpperCase();
  return items.map(({ key }) => key).filter((key) => !isKey || key.startsWith(begun));
}

async function templateNames(desk: Desk, typed: string): Promise<string[]> {
  const templates = await dataOf<{ name: string }[]>(desk, templateList, {});
  return templates.map(({ name }) => name).filter((name) => name.startsWith(typed));
}

const ways = new Map([
  ['incident', incidentKeys],
  ['template', templateNames],
]);

/** Values for an argument of a prompt or of a resource template. */
export async function complete(desk: Desk, { params }: CompleteRequest): Promise<CompleteResult> {
  const { name, value } = params.argument;
  const found = await (ways.get(name)?.(desk, value) ?? []);
  return {
    completion: { values: found.slice(0, mostValues), total: found.length, hasMore: found.length > mostValues },
  };
}
