import type { Language } from '#domain/languages';
import type { Message } from '../message';

interface Invitation {
  to: string;
  language: Language;
  inviter: string;
  institution: string;
  workspace: string;
  url: string;
  /** ISO instant after which the link no longer works. */
  expiresAt: string;
}

/** Asks someone to act for an institution in a workspace. */
export function invitationMessage(invitation: Invitation): Message {
  const { to, language } = invitation;
  return { to, language, slug: 'invitation', ...words[language](invitation) };
}

type Words = Pick<Message, 'subject' | 'paragraphs' | 'action' | 'notes'>;

function day(expiresAt: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(expiresAt));
}

const words: Record<Language, (invitation: Invitation) => Words> = {
  en: ({ inviter, institution, workspace, url, expiresAt }) => ({
    subject: `Invitation to “${workspace}” on Concord`,
    paragraphs: [
      'Hello,',
      `${inviter} invites you to act for ${institution} in “${workspace}”, the shared workspace where institutions write their joint action plan together.`,
    ],
    action: { label: 'Accept the invitation', url },
    notes: [
      `The invitation is valid until ${day(expiresAt, 'en')} (UTC) and can be used once.`,
      'If you were not expecting it, you can ignore this message.',
    ],
  }),
  fr: ({ inviter, institution, workspace, url, expiresAt }) => ({
    subject: `Invitation à « ${workspace} » sur Concord`,
    paragraphs: [
      'Bonjour,',
      `${inviter} vous invite à représenter l’institution suivante : ${institution}, dans « ${workspace} », l’espace partagé où les institutions rédigent ensemble leur plan d’action commun.`,
    ],
    action: { label: 'Accepter l’invitation', url },
    notes: [
      `L’invitation est valable jusqu’au ${day(expiresAt, 'fr')} (UTC) et ne peut être utilisée qu’une fois.`,
      'Si vous ne l’attendiez pas, vous pouvez ignorer ce message.',
    ],
  }),
  es: ({ inviter, institution, workspace, url, expiresAt }) => ({
    subject: `Invitación a «${workspace}» en Concord`,
    paragraphs: [
      'Hola:',
      `${inviter} le invita a actuar en nombre de la siguiente institución: ${institution}, en «${workspace}», el espacio compartido donde las instituciones redactan juntas su plan de acción conjunto.`,
    ],
    action: { label: 'Aceptar la invitación', url },
    notes: [
      `La invitación es válida hasta el ${day(expiresAt, 'es')} (UTC) y solo puede usarse una vez.`,
      'Si no la esperaba, puede ignorar este mensaje.',
    ],
  }),
};
