// Written by npm run code-lists from ActivityScope.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	Global	Mondial
2	Regional	Régional
3	Multi-national	Multinational
4	National	National
5	Sub-national: Multi-first-level administrative areas	Infranational: multiples régions administratives de premier niveau
6	Sub-national: Single first-level administrative area	Infranational: région administrative de premier niveau unique
7	Sub-national: Single second-level administrative area	Infranational: région administrative de second niveau unique
8	Single location	Un seul emplacement`;
