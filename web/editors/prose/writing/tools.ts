import type { Command } from '@codemirror/view';
import type { words } from '../../../words/index.ts';
import { around, atStart, link, table } from './format.ts';

/** A button of the toolbar and the keys that do the same. */
export type Tool = {
  name: Exclude<keyof typeof words.prose.toolbar, 'label' | 'done' | 'picture'>;
  keys?: string;
  run: Command;
};

/** What helps those who do not know Markdown, in the order of the toolbar. */
export const tools: Tool[] = [
  { name: 'bold', keys: 'Mod-b', run: around('**') },
  { name: 'italic', keys: 'Mod-i', run: around('_') },
  { name: 'code', keys: 'Mod-e', run: around('`') },
  { name: 'link', keys: 'Mod-k', run: link },
  { name: 'heading', keys: 'Mod-Alt-1', run: atStart(() => '## ', /^#{1,6} /) },
  { name: 'list', keys: 'Mod-Shift-8', run: atStart(() => '- ', /^[-*+] (?!\[[ xX]\] )/) },
  { name: 'numbered', keys: 'Mod-Shift-7', run: atStart((index) => `${index + 1}. `, /^\d{1,9}[.)] /) },
  { name: 'checks', keys: 'Mod-Shift-9', run: atStart(() => '- [ ] ', /^[-*+] \[[ xX]\] /) },
  { name: 'quote', keys: 'Mod-Shift-.', run: atStart(() => '> ', /^> /) },
  { name: 'table', run: table },
];
