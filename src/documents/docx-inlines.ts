import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import { safeLink } from '../markdown/link.ts';
import type { InlineNode } from '../markdown/tree-nodes.ts';
import { drawable } from './clean-text.ts';

/** How a run of text looks. */
type Look = { bold?: boolean; italics?: boolean; strike?: boolean; color?: string; style?: string };

/** Word brings its own fonts; only controls and characters that re-order text are named. */
export const wordText = (text: string): string => drawable(text, () => true);

const muted = '6B6B76';

function runs(nodes: InlineNode[], look: Look, inLink: boolean): ParagraphChild[] {
  return nodes.flatMap((node): ParagraphChild[] => {
    switch (node.type) {
      case 'text':
        return [new TextRun({ ...look, text: wordText(node.text) })];
      case 'html':
        return [new TextRun({ ...look, color: muted, text: wordText(node.text) })];
      case 'code':
        return [new TextRun({ ...look, style: 'InlineCode', text: wordText(node.text) })];
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'strong':
        return runs(node.children, { ...look, bold: true }, inLink);
      case 'emphasis':
        return runs(node.children, { ...look, italics: true }, inLink);
      case 'strike':
        return runs(node.children, { ...look, strike: true }, inLink);
      default: {
        const inner: InlineNode[] =
          node.type === 'link' ? node.children : [{ type: 'text', text: `[Image: ${node.alt}]` }];
        const url = safeLink(node.url);
        if (inLink || url === undefined || !/^(?:https?|mailto):/i.test(url)) return runs(inner, look, inLink);
        return [
          new ExternalHyperlink({
            link: encodeURI(wordText(url)).replaceAll('%25', '%'),
            children: runs(inner, { ...look, style: 'Hyperlink' }, true),
          }),
        ];
      }
    }
  });
}

/** Running text as runs and links of a Word paragraph. */
export const wordInlines = (nodes: InlineNode[], look: Look = {}): ParagraphChild[] => runs(nodes, look, false);
