import { type ActionFunctionArgs, redirect, redirectDocument } from '@remix-run/node';
import { readForm } from '#app/http/read-form.server';
import { languageCookie } from '#app/i18n/i18n.server';
import { localAddress } from '#domain/accounts/local-address';
import { isLanguage } from '#domain/languages';

/** Keeps the chosen language, on the account and for the visitor, and returns to the page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const formData = await readForm(request);
  const language = formData.get('language');
  const next = localAddress(String(formData.get('next') ?? ''), '/');
  if (!isLanguage(language)) return redirect(next);
  const session = await context.readSession();
  if (session) {
    await context.services.accounts.editProfile({ session, name: session.account.name, language });
  }
  const cookie = await languageCookie.serialize(language, { secure: context.isSecure });
  return redirectDocument(next, { headers: { 'Set-Cookie': cookie } });
}

export function loader() {
  return redirect('/');
}
