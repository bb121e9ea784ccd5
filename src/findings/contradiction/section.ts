import type { Context } from '../context.ts';

const heading = /^ {0,3}#{1,6}\s+(.{1,120})$|^\s{0,3}\*\*([^*\n]{2,60})\*\*:?\s*$/;
const underline = /^ {0,3}(?:={3,}|-{3,})\s*$/;
/** A rule under a list item, a table row or a field of front matter underlines no heading. */
const field = /^[-*+|>#]|\||^[\w-]{1,30}:/;
/** `**Times are UTC**` heads nothing. */
const zoneLine = /^\s{0,3}\*\*(?:all )?(?:times?|dates?)\b/i;
const html = /<h[1-6][^>]{0,80}>([^<]{1,120})<\/h[1-6]>/i;

/** Title of the nearest heading above a line (ATX, Setext, bold line or HTML), '' before the first. Looks back 400 lines. */
export function sectionOf(context: Context, line: number | undefined): string {
  if (line === undefined) return '';
  for (let at = line; at >= Math.max(1, line - 400); at--) {
    const text = context.lineText(at).slice(0, 300);
    const match = heading.exec(text) ?? html.exec(text);
    if (match !== null && !zoneLine.test(text)) return (match[1] ?? match[2] ?? '').trim();
    if (at < line && underline.test(text)) {
      const above = context.lineText(at - 1).trim();
      if (above !== '' && above.length <= 120 && !field.test(above)) return above;
    }
  }
  return '';
}

const leading =
  /summary|overview|impact|abstract|tl;?dr|brief|short version|in short|in a nutshell|at a glance|key (?:facts|figures)|introduction|synopsis|outline|recap|executive|what happened|description|effect|consequence|zusammenfassung|auswirkung|résumé|resumen|resumo|samenvatting|sommario/i;

/** Lines in which a title stands. */
const headLines = 40;

/** Does a line stand where documents speak of the whole incident: before all headings, under the title, in summary or impact? */
export function isLeading(context: Context, line: number | undefined): boolean {
  if (context.source === undefined) return false;
  const title = sectionOf(context, line);
  const own = context.record.incident?.title ?? '';
  if (title === '' || leading.test(title) || (own !== '' && title.includes(own.slice(0, 60)))) return true;
  return (
    context.lines
      .slice(0, headLines)
      .find((text) => text.startsWith('# '))
      ?.includes(title) ?? false
  );
}
