// Written by npm run code-lists from TiedStatus.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `3	Partially tied	Semi-conditionnelle
4	Tied	Conditionnelle
5	Untied	Sans condition`;
