// Written by npm run code-lists from AidTypeVocabulary.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	OECD DAC	CAD OCDE
2	Earmarking Category
3	Earmarking Modality
4	Cash and Voucher Modalities`;
