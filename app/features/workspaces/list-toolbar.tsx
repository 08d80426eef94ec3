import { Form, Link, useSearchParams, useSubmit } from '@remix-run/react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Icon, LinkButton, SelectField, type SelectOption, TextField } from '#app/ui';

export interface ListFilter {
  name: string;
  label: string;
  options: readonly SelectOption[];
  /** The words for no filter. */
  any: string;
  /** Where there are too many to choose from: the server offers those of this name. */
  search?: { name: string; label: string; value: string };
}

const filterClass = 'toolbar-filter min-w-0 basis-56 max-sm:grow sm:max-w-64';

/** Search and filters of a list, all in the address, and the way to take the list along. */
export function ListToolbar({
  searchLabel,
  filters,
  exportTo,
  workbookTo,
  kept = [],
}: {
  searchLabel?: string;
  filters: readonly ListFilter[];
  exportTo?: string;
  /** The same list as a workbook. */
  workbookTo?: string;
  /** What else of the address stays when the list is filtered, such as a currency to show amounts in. */
  kept?: readonly string[];
}) {
  const { t } = useTranslation('workspaces');
  const [params] = useSearchParams();
  const submit = useSubmit();
  const names = [
    ...(searchLabel ? ['q'] : []),
    ...filters.flatMap(({ name, search }) => (search ? [name, search.name] : [name])),
  ];
  const isFiltered = names.some((name) => params.get(name));
  const sort = params.get('sort');
  const unfiltered = new URLSearchParams(
    [...params].filter(([name]) => name === 'sort' || kept.includes(name)),
  );
  // On a phone filters wait behind a button that says how many are set, so that the list itself is in sight.
  const isFoldable = filters.length > 0;
  const setCount = filters.filter(({ name }) => params.get(name)).length;
  const [isOpen, setIsOpen] = useState(false);
  const unfold = useRef<HTMLDetailsElement>(null);
  // It can be opened before the page has come to life, and stays so.
  useEffect(() => setIsOpen(unfold.current?.open ?? false), []);
  return (
    <Form
      method="get"
      className="toolbar"
      key={params.toString()}
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement)
          submit(event.currentTarget, { preventScrollReset: true });
      }}
    >
      {sort && <input type="hidden" name="sort" value={sort} />}
      {kept.map((name) => {
        const value = params.get(name);
        return value && <input key={name} type="hidden" name={name} value={value} />;
      })}
      {searchLabel && (
        <div className="toolbar-search min-w-0 grow basis-52 sm:max-w-80">
          <TextField label={searchLabel} name="q" type="search" defaultValue={params.get('q') ?? ''} />
        </div>
      )}
      {isFoldable && (
        <details
          ref={unfold}
          className="toolbar-unfold"
          open={isOpen}
          onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
        >
          <summary className="button button-secondary">
            <Icon name="filter" />
            {setCount > 0 ? t('list.filtersSet', { count: setCount }) : t('list.filters')}
          </summary>
        </details>
      )}
      {filters.map((filter) => (
        <Fragment key={filter.name}>
          {filter.search && (
            <div className={filterClass}>
              <TextField
                label={filter.search.label}
                name={filter.search.name}
                type="search"
                defaultValue={filter.search.value}
              />
            </div>
          )}
          <FilterChoice filter={filter} chosen={params.get(filter.name) ?? ''} />
        </Fragment>
      ))}
      <Button type="submit" className="toolbar-show">
        {t('list.show')}
      </Button>
      {isFiltered && (
        <Link to={`?${unfiltered}`} className="toolbar-clear" preventScrollReset>
          {t('list.clear')}
        </Link>
      )}
      <div className="toolbar-exports ms-auto flex flex-wrap">
        {exportTo && (
          <LinkButton to={`${exportTo}?${params}`} reloadDocument download variant="quiet" icon="download">
            {t('list.export')}
          </LinkButton>
        )}
        {workbookTo && (
          <LinkButton to={`${workbookTo}?${params}`} reloadDocument download variant="quiet" icon="download">
            {t('list.exportWorkbook')}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}

function FilterChoice({
  filter: { name, label, options, any, search },
  chosen,
}: {
  filter: ListFilter;
  chosen: string;
}) {
  // Nothing to choose before anything has been looked for.
  if (search && options.length === 0 && search.value === '') return null;
  return (
    <div className={filterClass}>
      <SelectField label={label} name={name} options={options} placeholder={any} defaultValue={chosen} />
    </div>
  );
}
