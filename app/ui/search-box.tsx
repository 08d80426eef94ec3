import { Form, useSearchParams } from '@remix-run/react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';

export interface SearchBoxProps {
  /** What is searched: "Search actions". */
  label: string;
  name?: string;
}

/** A GET form: the search is in the address, the other filters stay. */
export function SearchBox({ label, name = 'q' }: SearchBoxProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const [params] = useSearchParams();
  const others = [...params].filter(([key]) => key !== name && key !== 'page');
  const current = params.get(name) ?? '';
  return (
    <Form method="get" role="search" aria-label={label} className="search-box" preventScrollReset>
      {others.map(([key, value]) => (
        <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
      ))}
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        key={current}
        id={id}
        type="search"
        name={name}
        defaultValue={current}
        placeholder={label}
        className="input"
        dir="auto"
      />
      <Button type="submit" icon="search">
        <span className="search-box-word">{t('search')}</span>
      </Button>
    </Form>
  );
}
