import { mappingWords } from '#app/features/resource-mapping/words.server';
import type { MandateId } from '#domain/ids';
import { buildActivity } from '../activities';
import { budgetFacts, cycleFacts, envelopeFacts, eventFacts } from '../funding-cycles';
import { chunksOf } from '../iati';
import { mandateFacts } from '../partners';
import { type AsksOf, administered, kept, type OpenIn, onWorkspace, type Place, seen } from './ask';

type Feature =
  | 'partners'
  | 'commitments'
  | 'fundingCycles'
  | 'iatiImports'
  | 'savedViews'
  | 'dataQuality'
  | 'resourceMapping'
  | 'calendarFeeds'
  | 'exchangeRates';

const ofPartner = (on: Place) => ({ ...onWorkspace(on), institutionId: on.partnerId });
const onProposal = (on: Place) => ({ ...onWorkspace(on), proposalId: on.proposalId as never });
const onCycle = (on: Place) => ({ ...onWorkspace(on), cycleId: on.cycleId });
const onEvent = (on: Place) => ({ ...onCycle(on), eventId: on.cycleEventId, sequence: 0, reason: 'R' });
const onEnvelope = (on: Place) => ({ ...onCycle(on), envelopeId: on.envelopeId });
const onBudgetEvent = (on: Place) => ({ ...onWorkspace(on), eventId: on.budgetEventId });
const onActivity = (on: Place) => ({ ...onWorkspace(on), activityId: on.activityId });
const onImport = (on: Place) => ({ ...onWorkspace(on), importId: on.iatiImportId });
const onMapping = (on: Place) => ({ ...onWorkspace(on), mappingId: on.mappingId as never });
const pasted = (on: Place) => ({
  ...{ ...onWorkspace(on), partnerId: on.partnerId },
  text: 'Activity;Kind;Amount;Currency;Date\nA;spent;1;USD;2024',
  context: { language: 'en' as const, themeWords: new Map(), currency: null },
});
const calendar = { appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 };
const page = { page: 1, size: 9 };
const words = mappingWords('en', []);
const institution = { kind: 'fund', country: null, names: { en: 'N', fr: '', es: '' }, acronym: '' } as const;

export const registryAsks: AsksOf<Feature> = {
  partners: {
    addPartner: kept((s, on) => s.partners.addPartner(ofPartner(on))),
    addNewPartner: kept((s, on) =>
      s.partners.addNewPartner({ ...onWorkspace(on), facts: { ...institution, identifiers: [] } }),
    ),
    unlistPartner: kept((s, on) => s.partners.unlistPartner(ofPartner(on))),
    addPart: kept((s, on) =>
      s.partners.addPart({ ...ofPartner(on), subject: 'mandate', facts: mandateFacts }),
    ),
    editPart: kept((s, on) =>
      s.partners.editPart({ ...ofPartner(on), subject: 'profile', id: on.partnerId, facts: { about: 'A' } }),
    ),
    removePart: kept((s, on) =>
      s.partners.removePart({ ...ofPartner(on), subject: 'mandate', id: on.mandateId as MandateId }),
    ),
    setIdentifiers: kept((s, on) => s.partners.setIdentifiers({ ...ofPartner(on), identifiers: [] })),
    propose: kept((s, on) =>
      s.partners.propose({
        ...ofPartner(on),
        change: { subject: 'mandate', subjectId: on.mandateId, facts: { approach: 'A' } },
        reason: 'R',
      }),
    ),
    acceptProposal: kept((s, on) => s.partners.acceptProposal(onProposal(on))),
    rejectProposal: kept((s, on) => s.partners.rejectProposal({ ...onProposal(on), reason: 'R' })),
    withdrawProposal: kept((s, on) => s.partners.withdrawProposal(onProposal(on))),
    listProposals: kept((s, on) => s.partners.listProposals(ofPartner(on))),
  },
  commitments: {
    enterActivity: kept((s, on) =>
      s.commitments.enterActivity({
        ...{ ...onWorkspace(on), partnerId: on.partnerId },
        activity: buildActivity(),
      }),
    ),
    editActivity: kept((s, on) =>
      s.commitments.editActivity({ ...onActivity(on), activity: buildActivity(), seenAt: '' }),
    ),
    removeActivity: kept((s, on) => s.commitments.removeActivity(onActivity(on))),
    previewPaste: kept((s, on) => s.commitments.previewPaste(pasted(on))),
    pasteActivities: kept((s, on) => s.commitments.pasteActivities(pasted(on))),
  },
  fundingCycles: {
    createCycle: kept((s, on) => s.fundingCycles.createCycle({ ...ofPartner(on), facts: cycleFacts })),
    editCycle: kept((s, on) => s.fundingCycles.editCycle({ ...onCycle(on), facts: cycleFacts })),
    removeCycle: kept((s, on) => s.fundingCycles.removeCycle(onCycle(on))),
    addEvent: kept((s, on) => s.fundingCycles.addEvent({ ...onCycle(on), facts: eventFacts })),
    changeEvent: kept((s, on) => s.fundingCycles.changeEvent({ ...onEvent(on), facts: eventFacts })),
    setRule: kept((s, on) => s.fundingCycles.setRule({ ...onCycle(on), rule: null, reason: '' })),
    returnToRule: kept((s, on) => s.fundingCycles.returnToRule(onEvent(on))),
    addEnvelope: kept((s, on) => s.fundingCycles.addEnvelope({ ...onCycle(on), facts: envelopeFacts })),
    editEnvelope: kept((s, on) => s.fundingCycles.editEnvelope({ ...onEnvelope(on), facts: envelopeFacts })),
    removeEnvelope: kept((s, on) => s.fundingCycles.removeEnvelope(onEnvelope(on))),
    addBudgetEvent: kept((s, on) =>
      s.fundingCycles.addBudgetEvent({ ...onWorkspace(on), facts: budgetFacts }),
    ),
    moveBudgetEvent: kept((s, on) =>
      s.fundingCycles.moveBudgetEvent({
        ...{ ...onBudgetEvent(on), year: 2027 },
        ...({ date: '2027-04-01', precision: 'day', state: 'confirmed', source: '' } as const),
      }),
    ),
    editBudgetEvent: kept((s, on) =>
      s.fundingCycles.editBudgetEvent({ ...onBudgetEvent(on), sequence: 0, facts: budgetFacts }),
    ),
    removeBudgetEvent: kept((s, on) => s.fundingCycles.removeBudgetEvent(onBudgetEvent(on))),
    setCountryCalendar: kept((s, on) =>
      s.fundingCycles.setCountryCalendar({ ...onWorkspace(on), country: 'BI', calendar }),
    ),
    removeCountryCalendar: kept((s, on) =>
      s.fundingCycles.removeCountryCalendar({ ...onWorkspace(on), country: 'BI', appliesFrom: '2018-07-01' }),
    ),
    listEditablePartners: seen((s, on) => s.fundingCycles.listEditablePartners(onWorkspace(on))),
  },
  iatiImports: {
    startImport: kept((s, on) =>
      s.iatiImports.startImport({ ...onWorkspace(on), fileName: 'f.xml', data: chunksOf('<a/>') }),
    ),
    applyImport: kept((s, on) => s.iatiImports.applyImport(onImport(on))),
    cancelImport: kept((s, on) => s.iatiImports.cancelImport(onImport(on))),
    retryImport: kept((s, on) => s.iatiImports.retryImport(onImport(on))),
    decide: kept((s, on) => s.iatiImports.decide({ ...onImport(on), which: 'all', decision: 'reject' })),
    rejectFields: kept((s, on) => s.iatiImports.rejectFields({ ...onImport(on), position: 0, fields: [] })),
    confirmMatch: kept((s, on) =>
      s.iatiImports.confirmMatch({ ...onImport(on), key: 'XM-TEST-1', institutionId: 'new' }),
    ),
    undoMatch: kept((s, on) => s.iatiImports.undoMatch({ ...onImport(on), key: 'XM-TEST-1' })),
    confirmAllNew: kept((s, on) => s.iatiImports.confirmAllNew(onImport(on))),
    listImports: kept((s, on) => s.iatiImports.listImports({ ...onWorkspace(on), ...page })),
    getImport: kept((s, on) => s.iatiImports.getImport(onImport(on))),
    listRecords: kept((s, on) => s.iatiImports.listRecords({ ...onImport(on), ...page })),
    listProblems: kept((s, on) => s.iatiImports.listProblems({ ...onImport(on), ...page })),
    listOrganisations: kept((s, on) => s.iatiImports.listOrganisations(onImport(on))),
    countUnmatched: kept((s, on) => s.iatiImports.countUnmatched(onImport(on))),
    sumImported: kept((s, on) => s.iatiImports.sumImported(onImport(on))),
    exportActivities: seen(async (s, on) => s.iatiImports.exportActivities(onWorkspace(on))),
    exportPartner: seen((s, on) => s.iatiImports.exportPartner(ofPartner(on))),
    assertImporter: kept(async (s, on) => s.iatiImports.assertImporter(onWorkspace(on))),
  },
  savedViews: {
    saveView: kept((s, on) =>
      s.savedViews.saveView({ ...onWorkspace(on), list: 'partners', name: 'N', query: '', isShared: true }),
    ),
    removeView: kept((s, on) => s.savedViews.removeView({ ...onWorkspace(on), viewId: on.viewId as never })),
    listViews: seen((s, on) => s.savedViews.listViews({ ...onWorkspace(on), list: 'partners' })),
  },
  dataQuality: {
    measurePartner: seen((s, on) => s.dataQuality.measurePartner(ofPartner(on))),
    listFailing: seen((s, on) =>
      s.dataQuality.listFailing({ ...ofPartner(on), measure: 'no_country', ...page }),
    ),
    answerMeasure: kept((s, on) =>
      s.dataQuality.answerMeasure({ ...ofPartner(on), measure: 'no_country', text: 'A' }),
    ),
  },
  resourceMapping: {
    listMappablePartners: kept((s, on) => s.resourceMapping.listMappablePartners(onWorkspace(on))),
    writeTemplate: kept((s, on) =>
      s.resourceMapping.writeTemplate({ ...onWorkspace(on), partnerId: null, words }),
    ),
    startMapping: kept((s, on) =>
      s.resourceMapping.startMapping({
        ...{ ...onWorkspace(on), name: 'w.xlsx', bytes: new Uint8Array() },
        ...{ languages: [words], language: 'en' },
      }),
    ),
    previewMapping: kept((s, on) => s.resourceMapping.previewMapping(onMapping(on))),
    discardMapping: kept((s, on) => s.resourceMapping.discardMapping(onMapping(on))),
    applyMapping: kept((s, on) => s.resourceMapping.applyMapping(onMapping(on))),
  },
  calendarFeeds: {
    listFeeds: seen((s, on) => s.calendarFeeds.listFeeds(onWorkspace(on))),
    createFeed: {
      ...seen((s, on) => s.calendarFeeds.createFeed({ ...onWorkspace(on), country: null, reminderDays: -1 })),
      observer: 'invalid_input',
    },
    renewFeed: {
      ...seen((s, on) => s.calendarFeeds.renewFeed({ ...onWorkspace(on), id: 'another' as never })),
      observer: 'not_found',
    },
    revokeFeed: {
      ...seen((s, on) => s.calendarFeeds.revokeFeed({ ...onWorkspace(on), id: 'another' as never })),
      observer: 'not_found',
    },
  },
  exchangeRates: {
    uploadRates: administered((s, { actor }) =>
      s.exchangeRates.uploadRates({ actor, fileName: 'r.csv', bytes: new Uint8Array() }),
    ),
    previewRates: administered((s, { actor }) => s.exchangeRates.previewRates(actor)),
    confirmRates: administered((s, { actor }) =>
      s.exchangeRates.confirmRates({ actor, id: 'another' as never }),
    ),
    discardRates: administered((s, { actor }) => s.exchangeRates.discardRates(actor)),
    importRates: administered((s, { actor }) =>
      s.exchangeRates.importRates({ actor, fileName: 'r.csv', bytes: new Uint8Array() }),
    ),
  },
};

export const openInRegistry: OpenIn<Feature> = {
  partners: [
    ...(['isPartner', 'findPartner', 'listFocalPersons', 'listDocuments', 'findPart'] as const),
    ...(['listPartners', 'listMandates', 'countMandates', 'mandateOrigins', 'countOpenProposals'] as const),
    ...(['countryMandates', 'countryFocalPersons'] as const),
  ],
  commitments: [
    ...([
      'findActivity',
      'listActivities',
      'listFacts',
      'sumFacts',
      'listCountries',
      'countryYears',
    ] as const),
    ...(['countryPartners', 'commitmentMatrix'] as const),
    ...(['listPartnerLabels', 'listFilterValues', 'resume', 'recutProgress', 'stop'] as const),
    ...(['listKeepers', 'subjectOf'] as const),
  ],
  fundingCycles: [
    ...(['listCalendars', 'listCycles', 'listCyclePartners', 'findCycle', 'listBudgetEvents'] as const),
    ...(['listCountries', 'readTimeline', 'listCalendarDates', 'mayEditCycle'] as const),
  ],
  iatiImports: ['limitBytes', 'start', 'stop', 'settled'],
  savedViews: [],
  dataQuality: ['mayAnswer'],
  resourceMapping: [],
  calendarFeeds: ['readFeed'],
  exchangeRates: ['listRates'],
};
