import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Button, Icon } from '#app/ui';
import { fiscalYearName } from '#domain/calendars';
import {
  type AddressChange,
  choicesMade,
  type GridAddress,
  institutionRoles,
  isFiltering,
  statusFilters,
  withoutFilters,
} from './filters';
import { useGridModel } from './grid-model';
import type { Arrangement } from './use-arrangement';

export interface FilterBarProps {
  address: GridAddress;
  onAddress: (change: AddressChange) => void;
  arrangement: Arrangement;
  isNarrow: boolean;
}

/** Which actions are shown; kept in the address, so that a filtered grid can be sent to someone. */
export function FilterBar({ address, onAddress, arrangement, isNarrow }: FilterBarProps) {
  const { t } = useTranslation('actions');
  const { number } = useFormat();
  const { filters } = address;
  const [isOpen, setIsOpen] = useState(false);
  const choicesId = useId();
  const on = choicesMade(filters);
  return (
    <search className="filter-bar">
      <SearchText text={filters.text} onChange={(text) => onAddress({ q: text })} />
      {isNarrow && (
        <Button
          size="small"
          icon="filter"
          aria-expanded={isOpen}
          aria-controls={choicesId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {on === 0 ? t('filter.more') : t('filter.moreOn', { count: on })}
        </Button>
      )}
      <div id={choicesId} className="filter-choices" hidden={isNarrow && !isOpen}>
        <FilterChoices address={address} onAddress={onAddress} />
      </div>
      {isFiltering(filters) && (
        <Button variant="quiet" size="small" icon="close" onClick={() => onAddress(withoutFilters)}>
          {t('filter.clear')}
        </Button>
      )}
      <output className="filter-count">
        {isFiltering(filters)
          ? t('shownOf', { count: arrangement.shown.length, all: number(arrangement.allCount) })
          : t('group.count', { count: arrangement.allCount })}
      </output>
    </search>
  );
}

function FilterChoices({ address: { filters }, onAddress }: Pick<FilterBarProps, 'address' | 'onAddress'>) {
  const { t } = useTranslation('actions');
  const { reading } = useGridModel();
  const { directory, years, blocks, themes } = reading.context;
  const codes = (vocabulary: typeof blocks) =>
    vocabulary.codes.map((code) => ({ value: code, label: vocabulary.label(code) }));

  return (
    <>
      <Filter
        label={t('filter.institution')}
        value={filters.institutionId ?? ''}
        options={directory.institutions.map(({ id, acronym, name }) => ({
          value: id,
          label: acronym || name,
        }))}
        onChange={(value) => onAddress({ institution: value, ...(value === '' && { role: null }) })}
      />
      {filters.institutionId && (
        <Filter
          label={t('filter.role')}
          value={filters.role === 'any' ? '' : filters.role}
          empty={t('filter.roles.any')}
          options={institutionRoles
            .filter((role) => role !== 'any')
            .map((role) => ({ value: role, label: t(`filter.roles.${role}`) }))}
          onChange={(value) => onAddress({ role: value })}
        />
      )}
      <Filter
        label={t('filter.status')}
        value={filters.status ?? ''}
        options={statusFilters.map((status) => ({ value: status, label: t(`plans:status.${status}`) }))}
        onChange={(value) => onAddress({ status: value })}
      />
      <Filter
        label={t('filter.year')}
        value={String(filters.year ?? '')}
        options={years.map((year) => ({ value: String(year.year), label: fiscalYearName(year) }))}
        onChange={(value) => onAddress({ year: value })}
      />
      <Filter
        label={t('filter.block')}
        value={filters.block ?? ''}
        options={codes(blocks)}
        onChange={(value) => onAddress({ block: value })}
      />
      <Filter
        label={t('filter.theme')}
        value={filters.theme ?? ''}
        options={codes(themes)}
        onChange={(value) => onAddress({ theme: value })}
      />
      <label className="filter-check">
        <input
          type="checkbox"
          checked={filters.flaggedOnly}
          onChange={(event) => onAddress({ flagged: event.target.checked ? '1' : null })}
        />
        {t('filter.flagged')}
      </label>
    </>
  );
}

const typingPauseMs = 200;

/** The address follows when the typing pauses, so that each letter is not a step of its own. */
function SearchText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('actions');
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  const send = useRef(onChange);
  send.current = onChange;
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      send.current(typed);
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <span className="filter-search">
      <Icon name="search" />
      <input
        type="search"
        className="input"
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  );
}

function Filter({
  label,
  value,
  options,
  empty,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  empty?: string;
  onChange: (value: string) => void;
}) {
  return (
    <span className="select filter-select" data-on={value !== '' || undefined}>
      <select
        className="input"
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{empty ?? label}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" />
    </span>
  );
}
