import type { Language } from '#domain/languages';
import type { Message } from '../message';
import { when } from '../when';

interface Registration {
  to: string;
  language: Language;
  name: string;
  dialogue: { title: string; startsAt: string; timeZone: string; place: string; link: string };
  /** Where they see it, and withdraw. */
  url: string;
  /** The dialogue as a file for calendars. */
  calendar: string;
}

/** Confirms a registration, with how to join, the date for one's calendar and the way out. */
export function registrationMessage(registration: Registration): Message {
  const { to, language, calendar, dialogue } = registration;
  const { subject, intro, where, action, notes } = words[language](registration);
  const places = [dialogue.place, dialogue.link].filter(Boolean).join(' – ');
  return {
    ...{ to, language, subject, action, notes },
    slug: 'registration',
    paragraphs: [...intro, when(dialogue, language), ...(places ? [`${where} ${places}`] : [])],
    attachments: [
      {
        name: 'dialogue.ics',
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
        content: calendar,
      },
    ],
  };
}

type Words = Pick<Message, 'subject' | 'action' | 'notes'> & { intro: string[]; where: string };

const words: Record<Language, (registration: Registration) => Words> = {
  en: ({ name, dialogue: { title }, url }) => ({
    subject: `You are registered: ${title}`,
    intro: [`Hello ${name},`, `You are registered for “${title}”.`],
    where: 'Where:',
    action: { label: 'See or withdraw your registration', url },
    notes: [
      'The attached file puts the date in your calendar.',
      'If you did not register, use the link to withdraw: your details are then deleted.',
    ],
  }),
  fr: ({ name, dialogue: { title }, url }) => ({
    subject: `Inscription confirmée : ${title}`,
    intro: ['Bonjour,', `L’inscription de ${name} à « ${title} » est confirmée.`],
    where: 'Lieu :',
    action: { label: 'Voir ou annuler votre inscription', url },
    notes: [
      'Le fichier joint ajoute la date à votre calendrier.',
      'Si vous ne vous êtes pas inscrit, annulez l’inscription par ce lien : vos données seront supprimées.',
    ],
  }),
  es: ({ name, dialogue: { title }, url }) => ({
    subject: `Inscripción confirmada: ${title}`,
    intro: [`Hola, ${name}:`, `Su inscripción en «${title}» está confirmada.`],
    where: 'Lugar:',
    action: { label: 'Ver o anular su inscripción', url },
    notes: [
      'El archivo adjunto añade la fecha a su calendario.',
      'Si usted no se inscribió, anule la inscripción con este enlace: sus datos se eliminarán.',
    ],
  }),
};
