// Written by npm run code-lists from AidType-category.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `A	Budget support	Soutien budgétaire
B	Core contributions and pooled programmes and funds	Contributions aux budgets réguliers des organisations, programmes et financements groupés
C	Project-type interventions	Interventions de type projet
D	Experts and other technical assistance	Experts et autres formes d’assistance technique
E	Scholarships and student costs in donor countries	Bourses et autres frais d’étude dans les pays donneurs
F	Debt relief	Allégement de la dette
G	Administrative costs not included elsewhere	Frais administratifs non inclus ailleurs
H	Other in-donor expenditures	Autres dépenses dans le pays donneur`;
