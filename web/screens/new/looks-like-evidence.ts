/** Lines that are looked at; what a text is shows in its beginning. */
const mostLines = 300;

/** A line of a log: a date and a time in front, behind an address, or as syslog and Kubernetes write them. */
const logLine =
  /^\s{0,8}(?:\S{1,60}\s{1,3}\|\s)?[[(<"]{0,2}(?:\d{4}[-/.]\d\d[-/.]\d\d[T ,]{1,2}\d\d:\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d|\d{8}T\d{6}|\d{10}(?:\.\d+)?[\]\s]|\d{13}\s|(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{1,3}>1? ?\S)|^\S{1,60} \S{1,60} \S{1,60} \[\d\d\/[A-Z][a-z]{2}\/\d{4}:|^[IWEF]\d{4} \d\d:\d\d:\d\d|\btime="?\d{4}-\d\d-\d\dT/;
/** A line of a chat: a name and a time on a line of their own, or the time in brackets and the name. */
const chatLine =
  /^\s{0,8}(?:(?:[\p{Lu}@][\p{L}\d.'’_-]{0,30}\s{1,3}){1,4}[[(—–-]{0,2}\s?(?:Today at |Yesterday at )?\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?[\])]?|\[?\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?\]?|\[\d{1,2}:\d\d(?::\d\d)?\]\s.{1,300}|\d{1,2}:\d\d(?::\d\d)? <[^<>]{1,40}> .{0,300})$/u;
const gitLog = /^(?:\* )?commit [0-9a-f]{7,64}(?:\s|$)/m;
const markdown = /^(?:#{1,6} |\|.*\||\s{0,3}(?:```|---$))/m;

/** True for a text that some program or chat wrote line by line; a document has headings and prose, notes have sentences. */
export function looksLikeEvidence(text: string): boolean {
  if (gitLog.test(text.slice(0, 2000))) return true;
  const lines = text.split('\n', mostLines).filter((line) => line.trim() !== '');
  if (lines.length < 2 || markdown.test(lines.join('\n'))) return false;
  const logs = lines.filter((line) => logLine.test(line)).length;
  const chats = lines.filter((line) => chatLine.test(line)).length;
  return (logs >= 2 && logs >= lines.length * 0.3) || (chats >= 2 && chats >= lines.length * 0.25);
}
