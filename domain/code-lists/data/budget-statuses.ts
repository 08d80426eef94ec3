// Written by npm run code-lists from BudgetStatus.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	Indicative	Indicatif
2	Committed	Engagé`;
