import { useTranslation } from 'react-i18next';
import { Badge, type Column, DataTable, Disclosure, Section } from '#app/ui';
import type { DescribedList, DescribedValue } from './read-description';

/** One list of the API: its address, an example, its parameters and its fields. */
export function ListReference({ list, origin }: { list: DescribedList; origin: string }) {
  const { t } = useTranslation('api');
  const { name, path, scope, parameters, fields, hasItems } = list;
  return (
    <Section
      id={name}
      title={t(`resource.${name}.title`)}
      lead={t(`resource.${name}.about`)}
      actions={<Badge>{t(`scope.${scope.replace(':', '_')}`)}</Badge>}
    >
      <Code>{`GET ${path}\nGET ${path}.csv${hasItems ? `\nGET ${itemPath(list)}` : ''}`}</Code>
      <Disclosure title={t('reference.example')}>
        <Code>{`curl -H "Authorization: Bearer $CONCORD_TOKEN" \\\n  "${origin}${path}?limit=100"`}</Code>
      </Disclosure>
      <Disclosure title={t('reference.parameters', { count: parameters.length })}>
        <Values caption={t('reference.parametersOf', { name })} values={parameters} />
      </Disclosure>
      <Disclosure title={t('reference.fields', { count: fields.length })}>
        <Values caption={t('reference.fieldsOf', { name })} values={fields} />
      </Disclosure>
    </Section>
  );
}

function itemPath({ name, path }: DescribedList): string {
  return `${path}/{${name === 'workspaces' ? 'workspace' : 'id'}}`;
}

export function Code({ children }: { children: string }) {
  return (
    <pre
      className="my-2 rounded-md border border-line bg-sunken p-3 text-sm wrap-anywhere whitespace-pre-wrap"
      dir="ltr"
    >
      <code className="font-mono">{children}</code>
    </pre>
  );
}

/** Names and types are the API's own; their descriptions are those of the document, in English. */
function Values({ caption, values }: { caption: string; values: DescribedValue[] }) {
  const { t } = useTranslation('api');
  const columns: Column<DescribedValue>[] = [
    {
      key: 'name',
      header: t('reference.name'),
      isRowHeader: true,
      cell: ({ name }) => <code className="font-mono text-sm">{name}</code>,
    },
    {
      key: 'type',
      header: t('reference.type'),
      cell: ({ type }) => <code className="font-mono text-sm wrap-anywhere">{type}</code>,
    },
    {
      key: 'description',
      header: t('reference.description'),
      cell: ({ description }) => <span lang="en">{description}</span>,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={values} rowKey={({ name }) => name} />;
}
