import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RecutNotice } from '#app/features/commitments';
import { RateList, RatesDone, RatesPreview, RatesUpload } from '#app/features/exchange-rates';
import { ListToolbar } from '#app/features/workspaces';
import { requireAdministrator } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, Pagination, Refusal, Section } from '#app/ui';
import { DomainError } from '#domain/errors';

const size = 100;
/** What a preview lists one by one; all are counted. */
const listedChanges = 200;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor } = await requireAdministrator(args);
  const { exchangeRates, commitments } = args.context.services;
  const params = new URL(args.request.url).searchParams;
  const search = params.get('q') ?? '';
  const [list, preview, progress] = await Promise.all([
    exchangeRates.listRates({ search, page: Number(params.get('page') ?? 1), size }),
    exchangeRates.previewRates(actor),
    commitments.recutProgress(),
  ]);
  return {
    title: await pageTitle(args, 'rates:title'),
    ...{ list, search, progress },
    preview: preview && {
      ...preview,
      addedCount: preview.added.length,
      changedCount: preview.changed.length,
      added: preview.added.slice(0, listedChanges),
      changed: preview.changed.slice(0, listedChanges),
    },
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor } = await requireAdministrator(args);
  const { exchangeRates } = args.context.services;
  const formData = await readForm(args.request);
  const intent = formData.get('intent');
  if (intent === 'confirm') {
    await exchangeRates.confirmRates({ actor, id: String(formData.get('id') ?? '') });
    return redirect('/admin/exchange-rates?done=imported');
  }
  if (intent === 'discard') {
    await exchangeRates.discardRates(actor);
    return redirect('/admin/exchange-rates');
  }
  const file = formData.get('file');
  if (!(file instanceof File)) throw new DomainError({ code: 'unsupported_file' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  await exchangeRates.uploadRates({ actor, fileName: file.name, bytes });
  return redirect('/admin/exchange-rates');
});

export default function ExchangeRates() {
  const { t } = useTranslation('rates');
  const { list, search, preview, progress } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <p className="lead mb-6">{t('lead')}</p>
      <RatesDone />
      {answer && <Refusal refusal={answer.refusal} />}
      <RecutNotice progress={progress} />
      {preview ? <RatesPreview preview={preview} /> : <RatesUpload />}
      <Section title={t('list.title')}>
        <ListToolbar searchLabel={t('list.search')} filters={[]} exportTo="/admin/exchange-rates.csv" />
        {list.total === 0 ? (
          <EmptyState
            title={t(search ? 'list.nothing' : 'list.empty')}
            body={t(search ? 'list.nothingBody' : 'list.emptyBody')}
          />
        ) : (
          <RateList rows={list.rows} />
        )}
        <Pagination page={list.page} pageSize={size} total={list.total} />
      </Section>
    </>
  );
}
