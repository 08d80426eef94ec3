import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import type { Db } from '#db/db';
import type { ApiScope } from '#domain/api/scopes';
import { apiScopes } from '#domain/api/scopes';
import type { AccountId, WorkspaceId } from '#domain/ids';
import { requestLog } from '#server/http/request-log';
import { makeServices } from '#server/services';
import { makeTestFoundation } from './foundation';

export type ApiServer = Awaited<ReturnType<typeof startApiServer>>;

export interface ApiAnswer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came.
  body: any;
}

/** The API alone over a test's database, with a client that sends what it is told to. */
export async function startApiServer(db: Db, { apiOrigins = [] as string[] } = {}) {
  const foundation = makeTestFoundation(db, { apiOrigins });
  const services = makeServices(foundation);
  const app = express();
  app.use(requestLog(pino({ level: 'silent' })));
  app.use('/api/v1', services.api.routes());
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** Asks for a path below /api/v1, or for an address as the API gave it. */
  async function ask(
    path: string,
    token?: string,
    { method = 'GET', headers = {} as Record<string, string> } = {},
  ): Promise<ApiAnswer> {
    const { pathname, search } = new URL(path.startsWith('/') ? `http://x/api/v1${path}` : path);
    const response = await fetch(`${url}${pathname}${search}`, {
      method,
      headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers },
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    };
  }

  /** A token of somebody's, for everything unless told otherwise. */
  async function tokenOf(
    accountId: AccountId,
    wanted: { scopes?: ApiScope[]; workspaceId?: WorkspaceId | null; expiresAt?: string | null } = {},
  ): Promise<string> {
    const { token } = await services.api.createToken({
      session: sessionOf(accountId),
      name: 'A program',
      scopes: [...apiScopes],
      workspaceId: null,
      expiresAt: null,
      ...wanted,
    });
    return token;
  }

  async function close(): Promise<void> {
    server.closeAllConnections();
    server.close();
    await services.background.settled();
  }

  return { url, services, clock: foundation.clock, ask, tokenOf, close };
}

export function sessionOf(accountId: AccountId) {
  const account = {
    id: accountId,
    name: 'N',
    email: 'n@example.org',
    language: null,
    isAdministrator: false,
  };
  return { idHash: 'x', account };
}
