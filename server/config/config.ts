import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('data'),
  /** The address people type; links in mails and the Origin check use it. */
  PUBLIC_URL: z.string().url().optional(),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  MAIL_FROM: z.string().default('Concord <concord@localhost>'),
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Origins whose pages may read the API, divided by commas; none unless named. */
  API_ORIGINS: z.string().default(''),
  /** How many reverse proxies stand in front; their X-Forwarded-* headers are believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  /** The largest IATI file that is taken in, in megabytes. */
  IMPORT_LIMIT_MB: z.coerce.number().int().min(1).max(2048).default(300),
  /** How long the log of documents keeps what was written; by whom and when is kept for ever. */
  HISTORY_KEEP_DAYS: z.coerce.number().int().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DEMO: flag.default('0'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
});

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  publicUrl: string;
  databaseUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  metricsToken: string | null;
  apiOrigins: string[];
  trustProxy: number;
  importBytes: number;
  /** Null: for ever. */
  historyKeepDays: number | null;
  logLevel: string;
  isDemo: boolean;
  isDevelopment: boolean;
  /** Behind TLS: cookies are Secure and HSTS is sent. */
  isSecure: boolean;
}

/** Reads the configuration; throws one error that names every wrong variable. The only place that sees the environment. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is not valid:\n${lines.join('\n')}`);
  }
  const e = parsed.data;
  const publicUrl = (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, '');
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: e.DATA_DIR,
    publicUrl,
    databaseUrl: e.DATABASE_URL ?? null,
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    metricsToken: e.METRICS_TOKEN ?? null,
    apiOrigins: e.API_ORIGINS.split(',')
      .map((origin) => origin.trim().replace(/\/+$/, ''))
      .filter((origin) => origin !== ''),
    trustProxy: e.TRUST_PROXY,
    importBytes: e.IMPORT_LIMIT_MB * 2 ** 20,
    historyKeepDays: e.HISTORY_KEEP_DAYS ?? null,
    logLevel: e.LOG_LEVEL,
    isDemo: e.DEMO,
    isDevelopment: e.NODE_ENV === 'development',
    isSecure: publicUrl.startsWith('https:'),
  };
}
