import { Form, useSearchParams } from '@remix-run/react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalData } from '#app/http/guard';
import {
  Button,
  CheckboxField,
  Disclosure,
  Icon,
  IconButton,
  Menu,
  MenuHeading,
  MenuLink,
  Refusal,
  TextField,
} from '#app/ui';
import { viewLimits, viewQuery } from '#domain/saved-views/view-query';
import type { SavedView } from '#server/features/saved-views';

/** The views of a list, and a form to keep its present filters as one. */
export function SavedViews({
  views,
  mayShare,
  refusal,
}: {
  views: readonly SavedView[];
  mayShare: boolean;
  refusal?: RefusalData | null;
}) {
  const { t } = useTranslation('savedViews');
  const [params] = useSearchParams();
  const current = viewQuery(params.toString());
  return (
    <div className="mb-3 grid gap-x-4 gap-y-1">
      <Refusal refusal={refusal} />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
        {views.length > 0 && (
          <Menu
            trigger={
              <>
                <Icon name="filter" />
                {t('menu', { count: views.length })}
              </>
            }
            triggerClassName="button button-secondary"
          >
            <ViewGroup
              heading={t('own')}
              views={views.filter(({ isShared }) => !isShared)}
              current={current}
            />
            <ViewGroup
              heading={t('shared')}
              views={views.filter(({ isShared }) => isShared)}
              current={current}
            />
          </Menu>
        )}
        {current !== '' && (
          <Disclosure title={t('save')} isOpen={refusal !== undefined && refusal !== null}>
            <SaveForm mayShare={mayShare} query={current} />
          </Disclosure>
        )}
      </div>
    </div>
  );
}

function SaveForm({ mayShare, query }: { mayShare: boolean; query: string }) {
  const { t } = useTranslation('savedViews');
  return (
    <Form method="post" className="form py-2" preventScrollReset>
      <input type="hidden" name="query" value={query} />
      <TextField label={t('name')} name="name" maxLength={viewLimits.name} isRequired />
      {mayShare && <CheckboxField label={t('share')} hint={t('shareHint')} name="isShared" />}
      <div className="form-actions">
        <Button type="submit" name="intent" value="save-view" variant="primary">
          {t('submit')}
        </Button>
      </div>
    </Form>
  );
}

function ViewGroup({
  heading,
  views,
  current,
}: {
  heading: string;
  views: readonly SavedView[];
  current: string;
}) {
  const { t } = useTranslation('savedViews');
  const headingId = useId();
  if (views.length === 0) return null;
  return (
    <>
      <div id={headingId}>
        <MenuHeading>{heading}</MenuHeading>
      </div>
      <ul aria-labelledby={headingId}>
        {views.map(({ id, name, query, mayRemove }) => (
          <li key={id} className="flex items-center gap-1">
            <MenuLink to={`?${query}`} isCurrent={query === current}>
              {name}
            </MenuLink>
            {mayRemove && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="remove-view" />
                <IconButton
                  type="submit"
                  name="viewId"
                  value={id}
                  icon="remove"
                  size="small"
                  label={t('remove', { name })}
                />
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
