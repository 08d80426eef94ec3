import type { Language } from '#domain/languages';
import type { Message } from '../message';

interface Person {
  name: string;
  email: string;
}

interface ToSomeone {
  to: string;
  language: Language;
  workspace: string;
  /** The institution that leads the action. */
  institution: string;
  url: string;
}

export interface AskedLead extends ToSomeone {
  asker: Person;
  /** Null for those who may not read the decision: they hear that something awaits them, and no more. */
  about: { reference: string; action: string } | null;
}

export interface AnsweredLead extends ToSomeone {
  by: Person;
  reference: string;
  action: string;
  /** Why the lead declines; null where it accepts. */
  reason: string | null;
}

/** Asks the people of an institution whether it takes on an action that carries out a decision. */
export function askedLeadMessage({ to, language, about, asker, ...asked }: AskedLead): Message {
  const words = wordsIn[language];
  const facts = { ...asked, asker: asker.name };
  return {
    ...{ to, language, replyTo: { name: asker.name, address: asker.email } },
    ...(about
      ? {
          slug: 'follow-up-asked',
          subject: words.askedSubject(about.reference),
          paragraphs: [words.greeting, words.asked({ ...facts, ...about }), words.counts],
          action: { label: words.answer, url: asked.url },
        }
      : {
          slug: 'follow-up-awaits',
          subject: words.awaitsSubject(asked.workspace),
          paragraphs: [words.greeting, words.awaits(facts), words.inConfidence(facts)],
          action: { label: words.register, url: asked.url },
        }),
    notes: [words.contact(asker)],
  };
}

/** Tells a convenor what the institution that leads an action answered. */
export function answeredLeadMessage({ to, language, by, reason, url, ...facts }: AnsweredLead): Message {
  const words = wordsIn[language];
  const answer = reason === null ? 'accepted' : 'declined';
  return {
    ...{ to, language, slug: `follow-up-${answer}`, subject: words.subject[answer](facts.reference) },
    paragraphs: [
      words.greeting,
      words.told[answer](facts),
      ...(reason === null ? [] : [`${words.reason} ${reason}`]),
    ],
    action: { label: words.see, url },
    notes: [words.contact(by)],
    replyTo: { name: by.name, address: by.email },
  };
}

interface Facts {
  institution: string;
  workspace: string;
  reference: string;
  action: string;
}

interface Words {
  greeting: string;
  askedSubject: (reference: string) => string;
  asked: (facts: Facts & { asker: string }) => string;
  counts: string;
  answer: string;
  awaitsSubject: (workspace: string) => string;
  awaits: (facts: { institution: string; workspace: string }) => string;
  inConfidence: (facts: { asker: string }) => string;
  register: string;
  subject: Record<'accepted' | 'declined', (reference: string) => string>;
  told: Record<'accepted' | 'declined', (facts: Facts) => string>;
  reason: string;
  see: string;
  contact: (person: Person) => string;
}

const wordsIn: Record<Language, Words> = {
  en: {
    greeting: 'Hello,',
    askedSubject: (reference) => `Your institution is asked to lead an action: ${reference}`,
    asked: ({ asker, institution, action, reference, workspace }) =>
      `${asker} asks ${institution} to take on the action “${action}”, which carries out decision ${reference} (${workspace}).`,
    counts:
      'The action counts as committed once your institution has accepted. If it declines, please say why.',
    answer: 'Accept or decline',
    awaitsSubject: (workspace) => `Something awaits your institution: ${workspace}`,
    awaits: ({ institution, workspace }) => `An answer of ${institution} is awaited in “${workspace}”.`,
    inConfidence: ({ asker }) =>
      `What it is about is in confidence and cannot be told by mail. ${asker} can tell you more. Once it is open to your institution, it stands in the register of decisions.`,
    register: 'Open the register of decisions',
    subject: {
      accepted: (reference) => `Accepted: the action for decision ${reference}`,
      declined: (reference) => `Declined: the action for decision ${reference}`,
    },
    told: {
      accepted: ({ institution, action, reference, workspace }) =>
        `${institution} has accepted the action “${action}”, which carries out decision ${reference} (${workspace}).`,
      declined: ({ institution, action, reference, workspace }) =>
        `${institution} has declined the action “${action}”, which carries out decision ${reference} (${workspace}).`,
    },
    reason: 'Reason:',
    see: 'Open the decision',
    contact: ({ name, email }) => `Questions: ${name}, ${email}`,
  },
  fr: {
    greeting: 'Bonjour,',
    askedSubject: (reference) =>
      `Votre institution est invitée à prendre en charge une action : ${reference}`,
    asked: ({ asker, institution, action, reference, workspace }) =>
      `${asker} invite l’institution suivante à prendre en charge l’action « ${action} », qui met en œuvre la décision ${reference} (${workspace}) : ${institution}.`,
    counts:
      'L’action ne vaut engagement qu’une fois acceptée par votre institution. En cas de refus, merci d’en indiquer le motif.',
    answer: 'Accepter ou refuser',
    awaitsSubject: (workspace) => `Une réponse de votre institution est attendue : ${workspace}`,
    awaits: ({ institution, workspace }) =>
      `Une réponse de l’institution suivante est attendue dans « ${workspace} » : ${institution}.`,
    inConfidence: ({ asker }) =>
      `L’objet est confidentiel et ne peut pas être communiqué par courriel. Pour en savoir plus, adressez-vous à ${asker}. Dès que votre institution y aura accès, la demande figurera dans le registre des décisions.`,
    register: 'Ouvrir le registre des décisions',
    subject: {
      accepted: (reference) => `Action acceptée pour la décision ${reference}`,
      declined: (reference) => `Action refusée pour la décision ${reference}`,
    },
    told: {
      accepted: ({ institution, action, reference, workspace }) =>
        `L’institution suivante a accepté l’action « ${action} », qui met en œuvre la décision ${reference} (${workspace}) : ${institution}.`,
      declined: ({ institution, action, reference, workspace }) =>
        `L’institution suivante a refusé l’action « ${action} », qui met en œuvre la décision ${reference} (${workspace}) : ${institution}.`,
    },
    reason: 'Motif :',
    see: 'Ouvrir la décision',
    contact: ({ name, email }) => `Renseignements : ${name}, ${email}`,
  },
  es: {
    greeting: 'Hola:',
    askedSubject: (reference) => `Se pide a su institución que se haga cargo de una acción: ${reference}`,
    asked: ({ asker, institution, action, reference, workspace }) =>
      `${asker} pide a la siguiente institución que se haga cargo de la acción «${action}», que ejecuta la decisión ${reference} (${workspace}): ${institution}.`,
    counts:
      'La acción cuenta como compromiso una vez aceptada por su institución. Si la rechaza, le rogamos que indique el motivo.',
    answer: 'Aceptar o rechazar',
    awaitsSubject: (workspace) => `Se espera una respuesta de su institución: ${workspace}`,
    awaits: ({ institution, workspace }) =>
      `Se espera en «${workspace}» una respuesta de la siguiente institución: ${institution}.`,
    inConfidence: ({ asker }) =>
      `El asunto es confidencial y no puede comunicarse por correo. Para más información, diríjase a ${asker}. En cuanto su institución tenga acceso, la petición figurará en el registro de decisiones.`,
    register: 'Abrir el registro de decisiones',
    subject: {
      accepted: (reference) => `Acción aceptada para la decisión ${reference}`,
      declined: (reference) => `Acción rechazada para la decisión ${reference}`,
    },
    told: {
      accepted: ({ institution, action, reference, workspace }) =>
        `La siguiente institución ha aceptado la acción «${action}», que ejecuta la decisión ${reference} (${workspace}): ${institution}.`,
      declined: ({ institution, action, reference, workspace }) =>
        `La siguiente institución ha rechazado la acción «${action}», que ejecuta la decisión ${reference} (${workspace}): ${institution}.`,
    },
    reason: 'Motivo:',
    see: 'Abrir la decisión',
    contact: ({ name, email }) => `Consultas: ${name}, ${email}`,
  },
};
