// Written by npm run code-lists from PolicyMarkerVocabulary.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	OECD DAC CRS	OCDE CAD CRS
99	Reporting Organisation	Organisation déclarante`;
