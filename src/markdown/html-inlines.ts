import { escapeHtml } from './html-escape.ts';
import { inlineImage, safeLink } from './link.ts';
import type { InlineNode } from './tree-nodes.ts';

const tags = { strong: 'strong', emphasis: 'em', strike: 'del' } as const;

/** Text with places to break in runs that no line would hold; `<wbr>` is not copied with the text. */
function breakable(text: string): string {
  return text.replace(/\S+|\s+/g, (run) =>
    run.length < 32 ? escapeHtml(run) : (run.match(/.{1,16}/gsu) ?? []).map(escapeHtml).join('<wbr>'),
  );
}

const titled = (title: string): string => (title === '' ? '' : ` title="${escapeHtml(title)}"`);

/** A link, or its words followed by the address as text when the address may not be followed. */
function linkHtml(url: string, title: string, inner: string): string {
  const href = safeLink(url);
  if (href === undefined) return `${inner} <span class="refused">${escapeHtml(url === '' ? '' : `(${url})`)}</span>`;
  const anchor = href.startsWith('#') ? `#doc-${href.slice(1)}` : href;
  return `<a href="${escapeHtml(anchor)}"${titled(title)} rel="noopener noreferrer">${inner}</a>`;
}

function imageHtml(image: InlineNode & { type: 'image' }): string {
  const data = inlineImage(image.url);
  if (data !== undefined) return `<img src="${data}" alt="${escapeHtml(image.alt)}"${titled(image.title)}>`;
  // A self-contained file loads nothing: a remote picture is a link to it.
  const name = image.alt === '' ? (image.url.split('/').at(-1) ?? '') : image.alt;
  return linkHtml(image.url, image.title, `<span class="picture">Image: ${escapeHtml(name)}</span>`);
}

/** Safe HTML of running text; links within links keep only the outer one. */
export function inlineHtml(nodes: InlineNode[], inLink = false): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return breakable(node.text);
        case 'html':
          return `<span class="markup">${escapeHtml(node.text)}</span>`;
        case 'code':
          return `<code>${breakable(node.text)}</code>`;
        case 'break':
          return '<br>';
        case 'link': {
          const inner = inlineHtml(node.children, true);
          return inLink ? inner : linkHtml(node.url, node.title, inner);
        }
        case 'image':
          return inLink ? `<span class="picture">Image: ${escapeHtml(node.alt)}</span>` : imageHtml(node);
        default:
          return `<${tags[node.type]}>${inlineHtml(node.children, inLink)}</${tags[node.type]}>`;
      }
    })
    .join('');
}
