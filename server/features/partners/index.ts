export { ensurePartner } from './ensure-partner';
export { type OnPartner, type PartnerSubject, partnerSubject } from './partner-subject';
