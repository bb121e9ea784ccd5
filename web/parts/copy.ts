import { Problem } from '../api/problem.ts';
import { words } from '../words/index.ts';

/**
 * Puts a text on the clipboard. A page that came by plain http has no clipboard of its own: there it is what a copy would have taken.
 * @throws Problem when the browser did not let it
 */
export async function copyText(text: string): Promise<void> {
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- absent on plain http, whatever the types say
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put);
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', put);
  if (!isDone) throw new Problem('browser', 0, words.common.notCopied, { advice: words.common.notCopiedAdvice });
}
