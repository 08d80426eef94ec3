import type { Language } from '#domain/languages';
import type { Message } from '../message';
import { when } from '../when';

interface Registration {
  /** The first mail, or what has become of the dialogue since. */
  kind: 'confirmation' | 'update' | 'cancellation';
  to: string;
  language: Language;
  name: string;
  dialogue: {
    title: string;
    startsAt: string;
    timeZone: string;
    place: string;
    link: string;
    cancelReason: string;
  };
  /** Where they see it, and withdraw. */
  url: string;
  /** The dialogue as a file for calendars. */
  calendar: string;
}

/** Confirms a registration, or says what has changed: how to join, the date for one's calendar and the way out. */
export function registrationMessage(registration: Registration): Message {
  const { to, language, calendar, dialogue } = registration;
  const isOff = registration.kind === 'cancellation';
  const { subject, greeting, news, where, reason, action, notes } = words[language](registration);
  const places = [dialogue.place, dialogue.link].filter(Boolean).join(' – ');
  return {
    ...{ to, language, subject: subject[registration.kind], action },
    slug: 'registration',
    paragraphs: [
      greeting,
      news[registration.kind],
      when(dialogue, language),
      ...(places && !isOff ? [`${where} ${places}`] : []),
      ...(dialogue.cancelReason && isOff ? [`${reason} ${dialogue.cancelReason}`] : []),
    ],
    notes: isOff ? [] : notes,
    attachments: [
      {
        name: 'dialogue.ics',
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
        content: calendar,
      },
    ],
  };
}

type ByKind = Record<Registration['kind'], string>;
interface Words {
  subject: ByKind;
  greeting: string;
  news: ByKind;
  where: string;
  reason: string;
  action: NonNullable<Message['action']>;
  notes: string[];
}

const words: Record<Language, (registration: Registration) => Words> = {
  en: ({ name, dialogue: { title }, url }) => ({
    subject: {
      confirmation: `You are registered: ${title}`,
      update: `Changed: ${title}`,
      cancellation: `Cancelled: ${title}`,
    },
    greeting: `Hello ${name},`,
    news: {
      confirmation: `You are registered for “${title}”.`,
      update: `“${title}”, for which you are registered, has changed. It now takes place as follows.`,
      cancellation: `“${title}”, for which you are registered, will not take place.`,
    },
    where: 'Where:',
    reason: 'Reason:',
    action: { label: 'See or withdraw your registration', url },
    notes: [
      'The attached file puts the date in your calendar.',
      'If you did not register, use the link to withdraw: your details are then deleted.',
    ],
  }),
  fr: ({ name, dialogue: { title }, url }) => ({
    subject: {
      confirmation: `Inscription confirmée : ${title}`,
      update: `Modification : ${title}`,
      cancellation: `Annulation : ${title}`,
    },
    greeting: 'Bonjour,',
    news: {
      confirmation: `L’inscription de ${name} à « ${title} » est confirmée.`,
      update: `« ${title} », pour lequel l’inscription de ${name} est enregistrée, a été modifié. Voici les informations désormais valables.`,
      cancellation: `« ${title} », pour lequel l’inscription de ${name} est enregistrée, n’aura pas lieu.`,
    },
    where: 'Lieu :',
    reason: 'Motif :',
    action: { label: 'Voir ou annuler votre inscription', url },
    notes: [
      'Le fichier joint ajoute la date à votre calendrier.',
      'Si vous ne vous êtes pas inscrit, annulez l’inscription par ce lien : vos données seront supprimées.',
    ],
  }),
  es: ({ name, dialogue: { title }, url }) => ({
    subject: {
      confirmation: `Inscripción confirmada: ${title}`,
      update: `Modificación: ${title}`,
      cancellation: `Anulación: ${title}`,
    },
    greeting: `Hola, ${name}:`,
    news: {
      confirmation: `Su inscripción en «${title}» está confirmada.`,
      update: `«${title}», en el que está inscrito, ha cambiado. Estos son los datos válidos a partir de ahora.`,
      cancellation: `«${title}», en el que está inscrito, no tendrá lugar.`,
    },
    where: 'Lugar:',
    reason: 'Motivo:',
    action: { label: 'Ver o anular su inscripción', url },
    notes: [
      'El archivo adjunto añade la fecha a su calendario.',
      'Si usted no se inscribió, anule la inscripción con este enlace: sus datos se eliminarán.',
    ],
  }),
};
