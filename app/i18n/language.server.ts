import type { AppLoadContext } from '@remix-run/node';
import type { Language } from '#domain/languages';
import { serverI18n, visitorLanguage } from './i18n.server';

interface Args {
  request: Request;
  context: AppLoadContext;
}

/** The language of the answer: the person's own choice, else the visitor's cookie, else the browser's. */
export async function readLanguage({ request, context }: Args): Promise<Language> {
  const session = await context.readSession();
  return session?.account.language ?? visitorLanguage(request);
}

/** A page's title in that language, for loaders to hand to `titleFromData`: `accounts:signIn.title`. */
export async function pageTitle(
  args: Args,
  key: string,
  values: Record<string, string> = {},
): Promise<string> {
  const { t } = serverI18n(await readLanguage(args));
  return `${t(key, values)} · ${t('common:productName')}`;
}
