/// <reference types="@remix-run/react/future/single-fetch.d.ts" />
import '@remix-run/node';
import type { Clock } from '#domain/clock';
import type { Services } from '#server/services';

declare module '@remix-run/node' {
  interface AppLoadContext {
    services: Services;
    clock: Clock;
    publicUrl: string;
    isSecure: boolean;
    isDemo: boolean;
    isDevelopment: boolean;
    /** The asker's network address, for rate limits. */
    address: string;
    requestId: string;
    cspNonce: string;
  }
}
