import {
  type GetPromptRequest,
  type GetPromptResult,
  type ListPromptsResult,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { Desk } from '../desk.ts';
import { materialOf } from './material.ts';
import { prompts } from './prompts.ts';

/** The prompts, as clients show them. */
export const promptList: ListPromptsResult = {
  prompts: prompts.map(({ name, title, description }) => ({
    name,
    title,
    description,
    arguments: [{ name: 'incident', description: 'Its key, such as INC-12.', required: true }],
  })),
};

const invalid = (message: string) => new ProtocolError(ProtocolErrorCode.InvalidParams, message);

/** A prompt with the material of its incident. @throws ProtocolError for one that there is not, or an incident that is not there */
export async function getPrompt(desk: Desk, { params }: GetPromptRequest): Promise<GetPromptResult> {
  const prompt = prompts.find(({ name }) => name === params.name);
  if (prompt === undefined) throw invalid(`there is no prompt ${params.name}`);
  const incident = params.arguments?.['incident'];
  if (incident === undefined || incident === '') throw invalid('incident: its key is needed, such as INC-12');
  const material = await materialOf(desk, incident);
  const task = { role: 'user' as const, content: { type: 'text' as const, text: prompt.task } };
  return { description: prompt.description, messages: [task, ...material] };
}
