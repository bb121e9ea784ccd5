const special = /[*_`[\]<\\!&~]/;

/**
 * The words of one line or paragraph: no emphasis marks, backticks, link targets, images or HTML comments.
 * Underscores inside words stay. Not a full inline parser: made for comparing and reading, never for display.
 */
export function plainText(text: string): string {
  if (!special.test(text)) return text.trim();
  let result = text;
  if (result.includes('<!--')) result = result.replace(/<!--[^]*?(?:-->|$)/g, '');
  if (result.includes(']('))
    result = result.replace(/!?\[([^[\]]{0,2000})\]\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000})[^()]{0,300}\)/g, '$1');
  if (result.includes('<'))
    result = result
      .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, '$1')
      .replace(/<\/?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,500})?\/?>/g, '');
  if (result.includes('*') || result.includes('`') || result.includes('~'))
    result = result.replace(/\*{1,3}|~~|`+/g, '');
  if (result.includes('_')) result = result.replace(underscores, '');
  if (result.includes('\\')) result = result.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  if (result.includes('&'))
    result = result.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? '');
  return result.trim();
}

/** Underscores at the edges of words. The sign itself comes first: letters around it are searched for in a table. */
const underscores =
  /(?=_)(?:(?<![\p{L}\p{N}_])_{1,3}(?=[\p{L}\p{N}[("'])|(?<=[\p{L}\p{N}\])"'.!?:;,])_{1,3}(?![\p{L}\p{N}_]))/gu;

const entities: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
