import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PublicFrame, PublicList } from '#app/features/public-dialogues';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { PageHeader } from '#app/ui';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const slug = args.params.slug ?? '';
  const { workspace, dialogues } = await args.context.services.publicDialogues.listPublicDialogues(slug);
  return {
    title: await pageTitle(args, 'publicPages:list.of', { workspace }),
    ...{ slug, workspace, dialogues },
  };
});

export default function PublicDialogues() {
  const { t } = useTranslation('publicPages');
  const { slug, workspace, dialogues } = useLoaderData<typeof loader>();
  return (
    <PublicFrame workspace={workspace}>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <PublicList slug={slug} dialogues={dialogues} />
    </PublicFrame>
  );
}
