import { useTranslation } from 'react-i18next';
import { usePeople } from '#app/features/documents';
import { Menu, MenuHeading, VisuallyHidden } from '#app/ui';
import { groupPeople, initialsOf, type PresentPerson } from './group-people';

const shownAtMost = 4;

/** The others who have the plan open now: initials in the hue of their institution's kind, and its acronym. */
export function PeopleHere() {
  const { t } = useTranslation('openPlan');
  const people = groupPeople(usePeople());
  if (people.length === 0) return null;
  const shown = people.slice(0, people.length > shownAtMost + 1 ? shownAtMost : people.length);
  const hiddenCount = people.length - shown.length;
  return (
    <div className="people-here">
      <ul aria-label={t('alsoHere')}>
        {shown.map((person) => (
          <li key={person.key} title={t('personFor', { name: person.name, institution: person.acronym })}>
            <PersonMark person={person} />
          </li>
        ))}
      </ul>
      {hiddenCount > 0 && (
        <Menu
          label={t('othersHere', { count: hiddenCount })}
          trigger={`+${hiddenCount}`}
          triggerClassName="people-here-more"
        >
          <MenuHeading>{t('alsoHere')}</MenuHeading>
          <ul className="people-here-all">
            {people.map((person) => (
              <li key={person.key}>
                <PersonMark person={person} isNamed />
              </li>
            ))}
          </ul>
        </Menu>
      )}
    </div>
  );
}

function PersonMark({ person, isNamed = false }: { person: PresentPerson; isNamed?: boolean }) {
  const { t } = useTranslation('openPlan');
  const words = t('personFor', { name: person.name, institution: person.acronym });
  return (
    <span className="person-mark" data-kind={person.kind}>
      <span className="person-initials" aria-hidden="true">
        {initialsOf(person.name)}
      </span>
      {isNamed ? (
        words
      ) : (
        <>
          <span className="person-acronym" aria-hidden="true">
            {person.acronym}
          </span>
          <VisuallyHidden>{words}</VisuallyHidden>
        </>
      )}
    </span>
  );
}
