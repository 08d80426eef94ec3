import type { LetterMailKind } from '#domain/dialogues/letter';
import type { Language } from '#domain/languages';
import type { Message } from '../message';
import { when } from '../when';

export interface Letter {
  kind: LetterMailKind;
  to: string;
  language: Language;
  /** The person, or the function, that is written to. */
  name: string;
  institution: string;
  workspace: string;
  /** Who invites, and has the answers that do not come by the link. */
  convenor: { name: string; email: string };
  dialogue: {
    title: string;
    purpose: string;
    startsAt: string;
    timeZone: string;
    place: string;
    link: string;
    cancelReason: string;
  };
  /** What the convenors say; empty: nothing. */
  text: string;
  hasAnswered: boolean;
  /** The institution has answered, but to a former date. */
  isAskedAgain: boolean;
  /** Where the letter is answered. */
  url: string;
  /** For calendars; null where there is nothing to send yet, in a preview. */
  calendar: string | null;
}

/** A letter to someone of an invited institution, and what follows it: changes, a cancellation, reminders. */
export function letterMessage(letter: Letter): Message {
  const { kind, to, language, name, dialogue, calendar, convenor, url } = letter;
  const words = wordsIn[language];
  const isOff = kind === 'cancellation';
  const places = [dialogue.place, dialogue.link].filter(Boolean).join(' – ');
  const facts = [
    `${words.when} ${when(dialogue, language)}`,
    ...(places && !isOff ? [`${words.where} ${places}`] : []),
    ...(dialogue.purpose && kind === 'invitation' ? [`${words.purpose} ${dialogue.purpose}`] : []),
    ...(dialogue.cancelReason && isOff ? [`${words.reason} ${dialogue.cancelReason}`] : []),
  ];
  return {
    ...{ to, language, slug: `letter-${kind}`, subject: words.subject[kind](dialogue.title) },
    paragraphs: [
      words.greeting(name),
      words.intro[kind](letter),
      ...facts,
      ...(letter.isAskedAgain && !isOff ? [words.again] : []),
      ...(letter.text && kind === 'invitation' ? letter.text.split(/\n{2,}/) : []),
    ],
    action: { label: isOff || letter.hasAnswered ? words.see : words.answer, url },
    notes: [...(isOff ? [] : [words.noAccount, words.calendarNote]), words.contact(convenor)],
    replyTo: { name: convenor.name, address: convenor.email },
    ...(calendar && {
      calendar: { method: isOff ? ('CANCEL' as const) : ('REQUEST' as const), content: calendar },
    }),
  };
}

interface Words {
  subject: Record<LetterMailKind, (title: string) => string>;
  greeting: (name: string) => string;
  intro: Record<LetterMailKind, (letter: Letter) => string>;
  when: string;
  where: string;
  purpose: string;
  reason: string;
  again: string;
  answer: string;
  see: string;
  noAccount: string;
  calendarNote: string;
  contact: (convenor: Letter['convenor']) => string;
}

const wordsIn: Record<Language, Words> = {
  en: {
    subject: {
      invitation: (title) => `Invitation: ${title}`,
      update: (title) => `Changed: ${title}`,
      cancellation: (title) => `Cancelled: ${title}`,
      reminder: (title) => `Awaiting your answer: ${title}`,
      eve: (title) => `Reminder: ${title}`,
    },
    greeting: (name) => `Dear ${name},`,
    intro: {
      invitation: ({ institution, dialogue, workspace }) =>
        `${institution} is invited to “${dialogue.title}” (${workspace}).`,
      update: ({ dialogue }) => `“${dialogue.title}” has changed. It now takes place as follows.`,
      cancellation: ({ dialogue }) => `“${dialogue.title}” will not take place.`,
      reminder: ({ institution, dialogue }) =>
        `We do not know yet whether ${institution} will take part in “${dialogue.title}”. Please answer by the link below.`,
      eve: ({ dialogue }) => `“${dialogue.title}” begins soon, and you are expected.`,
    },
    when: 'Date:',
    where: 'Place:',
    purpose: 'Purpose:',
    reason: 'Reason:',
    again: 'Your institution answered for an earlier date. Please answer again for this one.',
    answer: 'Answer the invitation',
    see: 'Open the invitation',
    noAccount:
      'You need no account to answer. The link is for your institution: whoever has it can answer in its name.',
    calendarNote: 'The attached file puts the date in your calendar; you can also answer from there.',
    contact: ({ name, email }) => `Questions: ${name}, ${email}`,
  },
  fr: {
    subject: {
      invitation: (title) => `Invitation : ${title}`,
      update: (title) => `Modification : ${title}`,
      cancellation: (title) => `Annulation : ${title}`,
      reminder: (title) => `Votre réponse est attendue : ${title}`,
      eve: (title) => `Rappel : ${title}`,
    },
    greeting: (name) => `À l’attention de ${name}`,
    intro: {
      invitation: ({ institution, dialogue, workspace }) =>
        `L’institution suivante est invitée à « ${dialogue.title} » (${workspace}) : ${institution}.`,
      update: ({ dialogue }) =>
        `« ${dialogue.title} » a été modifié. Voici les informations désormais valables.`,
      cancellation: ({ dialogue }) => `« ${dialogue.title} » n’aura pas lieu.`,
      reminder: ({ institution, dialogue }) =>
        `Nous n’avons pas encore reçu de réponse pour ${institution} au sujet de « ${dialogue.title} ». Merci de répondre par le lien ci-dessous.`,
      eve: ({ dialogue }) => `« ${dialogue.title} » commence bientôt ; votre participation est prévue.`,
    },
    when: 'Date :',
    where: 'Lieu :',
    purpose: 'Objet :',
    reason: 'Motif :',
    again:
      'Votre institution avait répondu pour une date antérieure. Merci de répondre de nouveau pour celle-ci.',
    answer: 'Répondre à l’invitation',
    see: 'Ouvrir l’invitation',
    noAccount:
      'Aucun compte n’est nécessaire pour répondre. Ce lien est destiné à votre institution : quiconque en dispose peut répondre en son nom.',
    calendarNote:
      'Le fichier joint ajoute la date à votre agenda ; vous pouvez aussi répondre depuis celui-ci.',
    contact: ({ name, email }) => `Renseignements : ${name}, ${email}`,
  },
  es: {
    subject: {
      invitation: (title) => `Invitación: ${title}`,
      update: (title) => `Modificación: ${title}`,
      cancellation: (title) => `Anulación: ${title}`,
      reminder: (title) => `Esperamos su respuesta: ${title}`,
      eve: (title) => `Recordatorio: ${title}`,
    },
    greeting: (name) => `A la atención de ${name}:`,
    intro: {
      invitation: ({ institution, dialogue, workspace }) =>
        `Se invita a la siguiente institución a «${dialogue.title}» (${workspace}): ${institution}.`,
      update: ({ dialogue }) =>
        `«${dialogue.title}» ha cambiado. Estos son los datos válidos a partir de ahora.`,
      cancellation: ({ dialogue }) => `«${dialogue.title}» no tendrá lugar.`,
      reminder: ({ institution, dialogue }) =>
        `Aún no hemos recibido respuesta de ${institution} sobre «${dialogue.title}». Le rogamos que responda mediante el enlace.`,
      eve: ({ dialogue }) => `«${dialogue.title}» comienza pronto; contamos con su participación.`,
    },
    when: 'Fecha:',
    where: 'Lugar:',
    purpose: 'Objeto:',
    reason: 'Motivo:',
    again:
      'Su institución había respondido para una fecha anterior. Le rogamos que responda de nuevo para esta.',
    answer: 'Responder a la invitación',
    see: 'Abrir la invitación',
    noAccount:
      'No necesita cuenta para responder. El enlace es para su institución: quien lo tenga puede responder en su nombre.',
    calendarNote: 'El archivo adjunto añade la fecha a su calendario; también puede responder desde él.',
    contact: ({ name, email }) => `Consultas: ${name}, ${email}`,
  },
};
