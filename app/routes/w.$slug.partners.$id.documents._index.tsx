import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DocumentList } from '#app/features/partners';
import { languageName } from '#app/features/partners/place-names.server';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { EmptyState, LinkButton, Section } from '#app/ui';
import type { InstitutionId } from '#domain/ids';
import { may } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { partners } = args.context.services;
  const on = { workspaceId: workspace.id, institutionId: args.params.id as InstitutionId };
  const [{ subject }, documents, language] = await Promise.all([
    partners.findPartner(on),
    partners.listDocuments(on),
    readLanguage(args),
  ]);
  const codes = documents.flatMap(({ language: code }) => code ?? []);
  return {
    title: await pageTitle(args, 'partners:documents.title'),
    documents,
    languages: Object.fromEntries(codes.map((code) => [code, languageName(code, language)])),
    isKeeper: may(actor, 'partner.edit', subject),
    mayPropose: may(actor, 'partner.propose', subject),
  };
});

export default function Documents() {
  const { t } = useTranslation('partners');
  const { documents, languages, isKeeper, mayPropose } = useLoaderData<typeof loader>();
  const mayEdit = isKeeper || mayPropose;
  const add = mayEdit && (
    <LinkButton to="new" icon="add" variant={isKeeper ? 'primary' : 'secondary'}>
      {t(isKeeper ? 'form.keep.add.document' : 'form.propose.add.document')}
    </LinkButton>
  );
  return (
    <Section title={t('documents.title')} lead={t('documents.lead')} actions={add}>
      {documents.length === 0 ? (
        <EmptyState
          title={t('documents.none')}
          body={t(isKeeper ? 'documents.noneBody' : 'documents.noneReader')}
        />
      ) : (
        <DocumentList {...{ documents, languages, isKeeper, mayEdit }} />
      )}
    </Section>
  );
}
