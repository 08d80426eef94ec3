// Written by npm run code-lists from RegionVocabulary.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	OECD DAC	OCDE CAD
2	UN	ONU
99	Reporting Organisation	Organisation déclarante`;
