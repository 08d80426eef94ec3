import '@remix-run/node';
import type { Clock } from '#domain/clock';
import type { Session } from '#server/features/accounts';
import type { Services } from '#server/services';

declare module '@remix-run/node' {
  /** What loaders and actions give arrives as it is: dates stay dates, and `data()` is unwrapped. */
  interface Future {
    v3_singleFetch: true;
  }

  interface AppLoadContext {
    services: Services;
    /** The signed-in browser behind this request, or null; the database is asked once. */
    readSession: () => Promise<Session | null>;
    clock: Clock;
    publicUrl: string;
    isSecure: boolean;
    isDemo: boolean;
    isDevelopment: boolean;
    /** The asker's network, for rate limits. */
    address: string;
    requestId: string;
    /** Logs something unexpected, once, with the request id. */
    reportError: (error: unknown) => void;
    cspNonce: string;
    /** Of a long answer, what its reader has not taken yet. */
    unsentBytes: () => number;
  }
}
