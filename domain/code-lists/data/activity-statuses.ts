// Written by npm run code-lists from ActivityStatus.xml; not to be edited by hand.
// code, en, fr, es, category, withdrawn
export default `1	Pipeline/identification	Planification
2	Implementation	Actif
3	Finalisation	Finalisation
4	Closed	Fermé
5	Cancelled	Annulé
6	Suspended	Suspendu`;
