import type { Request, Response } from 'express';
import type { Accounts, Session } from '../features/accounts';

/**
 * Reads the request's session, once however many loaders ask, and tells the browser when it was prolonged.
 * Asked before the first byte of the answer, since loaders run before it.
 */
export function sessionReader({
  accounts,
  req,
  res,
}: {
  accounts: Accounts;
  req: Request;
  res: Response;
}): () => Promise<Session | null> {
  let reading: Promise<Session | null> | undefined;

  async function read(): Promise<Session | null> {
    const valid = await accounts.validate(req.headers.cookie);
    if (valid?.renewedCookie && !res.headersSent) res.append('Set-Cookie', valid.renewedCookie);
    return valid?.session ?? null;
  }

  return () => {
    reading ??= read();
    return reading;
  };
}
