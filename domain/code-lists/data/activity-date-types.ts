// Written by npm run code-lists from ActivityDateType.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	Planned start	Début prévu
2	Actual start	Début réel
3	Planned End	Fin prévue
4	Actual end	Fin réelle`;
