export { type Mail, makeMail } from './mail';
export type { Message } from './message';
export { answeredLeadMessage, askedLeadMessage } from './messages/follow-up';
export { invitationMessage } from './messages/invitation';
export { letterMessage } from './messages/letter';
export { passwordResetMessage } from './messages/password-reset';
export { registrationMessage } from './messages/registration';
