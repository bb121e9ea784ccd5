/** Hosts whose links may stay: `status.example.org` and everything below it. */
export type PublicHosts = readonly string[];

const address = /(?<![\w+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>()[\]"'`|]{0,2000}[^\s<>()[\]"'`|.,;:!?]/gi;
const markdownLink = /!?\[([^\][\n]{0,300})\]\(\s{0,3}<?([^\s()<>]{1,2000})>?(?:\s{1,3}"[^"\n]{0,200}")?\s{0,3}\)/g;

function isPublic(link: string, hosts: PublicHosts): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname, username } = new URL(link);
  const known = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return known && username === '' && (protocol === 'https:' || protocol === 'http:');
}

/** A text without links to hosts that are not named as public; the words of a link stay. `removed` is told of each. */
export function withoutLinks(text: string, hosts: PublicHosts, removed: (link: string) => void): string {
  const taken = (link: string, instead: string, whole: string) => {
    if (isPublic(link, hosts)) return whole;
    removed(link);
    return instead;
  };
  return text
    .replace(markdownLink, (whole, words: string, link: string) => taken(link, words, whole))
    .replace(address, (link) => taken(link, '(link removed)', link));
}
