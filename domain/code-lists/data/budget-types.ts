// Written by npm run code-lists from BudgetType.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	Original	Original
2	Revised	Révisé`;
