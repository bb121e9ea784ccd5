/** Tags of `Accept-Language`, the dearest first; what is refused (`q=0`) is left out. */
function wantedIn(header: string): string[] {
  const wanted = header.split(',', 50).map((one) => {
    const [tag = '', ...parameters] = one.split(';').map((part) => part.trim());
    const share = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { tag, share: share === undefined ? 1 : Number(share) };
  });
  return wanted
    .filter(({ tag, share }) => tag !== '' && share > 0)
    .toSorted((a, b) => b.share - a.share)
    .map(({ tag }) => tag);
}

/** The language of the app for a browser that asks so: `de-AT` is served by `de`, and English when nothing fits. */
export function languageFor(acceptLanguage: string | undefined, known: readonly string[]): string {
  const tags = ['en', ...known];
  const wanted = wantedIn(acceptLanguage ?? '').flatMap((tag) => [tag, tag.split('-')[0] ?? tag]);
  return wanted.find((tag) => tags.includes(tag)) ?? 'en';
}
