/** An answer read to its end, so that no connection stays open. */
export interface Answer {
  status: number;
  headers: Headers;
  location: string | null;
  html: string;
}

/** A browser as far as accounts are concerned: it keeps cookies, names its origin and follows nothing by itself. */
export interface TestBrowser {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** The Cookie header it would send now. */
  cookies(): string;
}

export function makeTestBrowser(url: string): TestBrowser {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const headers = { Cookie: cookies(), 'Accept-Language': 'en', ...init.headers };
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) keep(line);
    const { status, headers: answered } = response;
    return { status, headers: answered, location: answered.get('location'), html: await response.text() };
  }

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const at = pair.indexOf('=');
    if (attributes.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }

  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: url, ...headers } }),
    cookies,
  };
}
