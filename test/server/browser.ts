import type { Hono } from 'hono';

/** What a browser was answered. */
export type Page = { status: number; headers: Headers; text: string; location: string | null };

/** A browser without a screen: it keeps cookies, says where its requests come from, and follows nothing by itself. */
export type Browser = {
  cookies: Map<string, string>;
  open: (path: string, headers?: Record<string, string>) => Promise<Page>;
  /** Sends a form, as the page of `origin` would. */
  submit: (path: string, fields?: Record<string, string>, headers?: Record<string, string>) => Promise<Page>;
};

/** A new browser for an app without a port. */
export function newBrowser(app: Hono, origin = 'http://localhost'): Browser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit, headers: Record<string, string>): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = { accept: 'text/html', 'user-agent': 'test browser', ...(cookie === '' ? {} : { cookie }) };
    const response = await app.request(path, { ...init, headers: { ...own, ...headers } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    return { status: response.status, headers: response.headers, text: await response.text(), location };
  };
  return {
    cookies,
    open: (path, headers = {}) => ask(path, {}, headers),
    submit: (path, fields = {}, headers = {}) =>
      ask(
        path,
        { method: 'POST', body: new URLSearchParams(fields) },
        { origin, 'sec-fetch-site': 'same-origin', ...headers },
      ),
  };
}
