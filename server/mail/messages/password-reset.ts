import type { Language } from '#domain/languages';
import type { Message } from '../message';

/** The link to choose a new password; it works once, for one hour. */
export function passwordResetMessage({
  to,
  name,
  language,
  url,
}: {
  to: string;
  name: string;
  language: Language;
  url: string;
}): Message {
  return { to, language, slug: 'password-reset', ...words[language](name, url) };
}

type Words = Pick<Message, 'subject' | 'paragraphs' | 'action' | 'notes'>;

const words: Record<Language, (name: string, url: string) => Words> = {
  en: (name, url) => ({
    subject: 'Choose a new password for Concord',
    paragraphs: [
      `Hello ${name},`,
      'Someone, most likely you, asked for a new password for your Concord account.',
    ],
    action: { label: 'Choose a new password', url },
    notes: [
      'The link works once, for one hour. When you use it, you are signed out on all your devices.',
      'If you did not ask for it, you need not do anything: your password stays as it is.',
    ],
  }),
  fr: (name, url) => ({
    subject: 'Choisissez un nouveau mot de passe pour Concord',
    paragraphs: [
      `Bonjour ${name},`,
      'Une demande de nouveau mot de passe a été faite pour votre compte Concord, très probablement par vous.',
    ],
    action: { label: 'Choisir un nouveau mot de passe', url },
    notes: [
      'Ce lien fonctionne une seule fois, pendant une heure. Son utilisation met fin à vos sessions sur tous vos appareils.',
      'Si vous n’êtes pas à l’origine de cette demande, vous n’avez rien à faire : votre mot de passe reste inchangé.',
    ],
  }),
  es: (name, url) => ({
    subject: 'Elija una nueva contraseña para Concord',
    paragraphs: [
      `Hola, ${name}:`,
      'Alguien, probablemente usted, ha pedido una nueva contraseña para su cuenta de Concord.',
    ],
    action: { label: 'Elegir una nueva contraseña', url },
    notes: [
      'El enlace funciona una sola vez, durante una hora. Al usarlo se cerrarán sus sesiones en todos sus dispositivos.',
      'Si usted no lo ha pedido, no tiene que hacer nada: su contraseña no cambia.',
    ],
  }),
};
