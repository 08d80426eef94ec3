import { iconShapes } from '../icon-shapes';
import {
  Button,
  CheckboxField,
  ComboBox,
  Icon,
  IconButton,
  type IconName,
  LinkButton,
  RadioField,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../index';
import { sampleInstitutions } from './samples';
import type { GalleryWords } from './words';

const variants = ['primary', 'secondary', 'quiet', 'danger'] as const;

export function ButtonSamples({ words }: { words: GalleryWords }) {
  return (
    <Section title={`${words.theme}: ${words.controls}`}>
      <div className="grid gap-3">
        {variants.map((variant) => (
          <div key={variant} className="flex flex-wrap items-center gap-3">
            <Button variant={variant}>{words.save}</Button>
            <Button variant={variant} icon="add">
              {words.invite}
            </Button>
            <Button variant={variant} size="small">
              {words.open}
            </Button>
            <Button variant={variant} isPending>
              {words.save}
            </Button>
            <Button variant={variant} disabled>
              {words.save}
            </Button>
            <LinkButton variant={variant} to=".">
              {words.open}
            </LinkButton>
            <IconButton variant={variant} icon="edit" label={words.open} />
          </div>
        ))}
      </div>
      <ul className="mt-4 flex flex-wrap gap-4 text-muted">
        {(Object.keys(iconShapes) as IconName[]).map((name) => (
          <li key={name} title={name}>
            <Icon name={name} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function FieldSamples({ words, scope }: { words: GalleryWords; scope: string }) {
  const roles = words.roles.map((label, index) => ({
    value: `r${index}`,
    label,
    hint: words.roleHints[index],
  }));
  const institutions = sampleInstitutions.map(({ id, kind, acronym, name }) => ({
    id,
    kind,
    label: acronym || name,
    note: acronym ? name : undefined,
  }));
  return (
    <Section title={`${words.theme}: ${words.forms}`}>
      <div className="grid gap-5 md:grid-cols-2">
        <TextField label={words.name} hint={words.hint} defaultValue={words.nameValue} isRequired />
        <TextField label={words.email} type="email" defaultValue="ministry" error={words.emailError} />
        <TextArea label={words.description} isRequired={false} defaultValue={words.prose} />
        <SelectField
          label={words.country}
          placeholder={words.choose}
          options={[{ value: 'MG', label: 'Madagascar' }]}
        />
        <TextField label={words.name} defaultValue={words.nameValue} disabled />
        <TextField label={words.name} defaultValue={words.nameValue} readOnly />
        <ComboBox
          label={words.lead2}
          options={institutions}
          defaultValue="oms"
          hint={words.unresolved}
          allowsCustom
        />
        <ComboBox
          label={words.lead2}
          options={institutions}
          error={words.emailError}
          placeholder={words.choose}
        />
        <RadioField label={words.role} name={`role-${scope}`} options={roles} defaultValue="r1" />
        <div>
          <CheckboxField label={words.agree} hint={words.removeBody} defaultChecked />
          <CheckboxField label={words.agree} error={words.emailError} />
          <CheckboxField label={words.agree} disabled />
        </div>
      </div>
    </Section>
  );
}
