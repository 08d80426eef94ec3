import { attributeOf, childOf, childrenOf, type XmlElement } from './element';
import {
  codeOf,
  flag,
  flagRepeated,
  type Reading,
  readNarratives,
  readOrganisationRef,
  readShares,
  readValue,
  readVocabularyCode,
  requiredDate,
  yesOrNo,
} from './read-parts';
import { isTransactionType } from './rules/transaction-types';
import type { Transaction } from './types';

const once = ['transaction-type', 'transaction-date', 'value', 'provider-org', 'receiver-org', 'description'];

export function readTransaction(element: XmlElement, reading: Reading): Transaction {
  const type = codeOf(element, 'transaction-type');
  if (!type) flag(reading, 'transaction_type_missing', element);
  else if (!isTransactionType(type))
    flag(reading, 'transaction_type_unknown', element, { type: type.slice(0, 40) });
  flagRepeated(element, once, reading);
  return {
    line: element.line,
    ref: attributeOf(element, 'ref'),
    isHumanitarian: yesOrNo(attributeOf(element, 'humanitarian')),
    type,
    date: requiredDate(element, 'transaction-date', reading),
    value: readValue(element, reading),
    description: readNarratives(childOf(element, 'description')),
    provider: readOrganisationRef(childOf(element, 'provider-org')),
    receiver: readOrganisationRef(childOf(element, 'receiver-org')),
    disbursementChannel: codeOf(element, 'disbursement-channel'),
    sectors: readShares(element, 'sector', reading),
    countries: readShares(element, 'recipient-country', reading),
    regions: readShares(element, 'recipient-region', reading),
    aidTypes: childrenOf(element, 'aid-type').map(readVocabularyCode),
    financeType: codeOf(element, 'finance-type'),
    flowType: codeOf(element, 'flow-type'),
    tiedStatus: codeOf(element, 'tied-status'),
  };
}
