import { Link, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Icon } from './icon';
import { pageNumbers } from './page-numbers';
import { withParams } from './search-params';

export interface PaginationProps {
  /** From 1; the address says `?page=`, or the name given. */
  page: number;
  param?: string;
  pageSize: number;
  total: number;
  /** What is paged, where a page has several lists. */
  label?: string;
}

export function Pagination({ page, param = 'page', pageSize, total, label }: PaginationProps) {
  const { t } = useTranslation('ui');
  const { number } = useFormat();
  const [params] = useSearchParams();
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  if (total === 0) return null;
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, total);
  const toPage = (target: number) => withParams(params, { [param]: target === 1 ? null : String(target) });
  return (
    <nav className="pagination" aria-label={label ?? t('pagination.label')}>
      <p>
        {t('pagination.range', { from: number(from), to: number(to), total: number(total), count: total })}
      </p>
      {pageCount > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <Link to={toPage(page - 1)} rel="prev" aria-label={t('pagination.previous')}>
                <Icon name="chevronStart" />
              </Link>
            </li>
          )}
          {pageNumbers(page, pageCount).map((item) => (
            <li key={typeof item === 'number' ? item : item.after}>
              {typeof item === 'number' ? (
                <Link
                  to={toPage(item)}
                  aria-label={t('pagination.page', { page: number(item) })}
                  aria-current={item === page ? 'page' : undefined}
                >
                  {number(item)}
                </Link>
              ) : (
                <span className="pagination-gap" aria-hidden="true">
                  {'…'}
                </span>
              )}
            </li>
          ))}
          {page < pageCount && (
            <li>
              <Link to={toPage(page + 1)} rel="next" aria-label={t('pagination.next')}>
                <Icon name="chevronEnd" />
              </Link>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}
